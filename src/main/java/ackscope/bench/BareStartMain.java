package ackscope.bench;

import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.send.SendEngine;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The other side of the start bench: the same four broker JVMs without a window, and one record past the proxies. */
public final class BareStartMain {
    private BareStartMain() {
    }

    public static void main(String[] args) throws Exception {
        try (BenchLab lab = new BenchLab();
                SendEngine engine = new SendEngine(Probe.folder(), () -> Long.MAX_VALUE,
                        _ -> {
                        })) {
            lab.create("first");
            engine.use(Map.of("bootstrap.servers", lab.cluster().directBootstrap()));
            RecordDraft draft = new RecordDraft("first", Payload.NULL, Payload.string("bare"), List.of(),
                    OptionalInt.empty(), OptionalLong.empty());
            engine.send(RecordSource.of(draft, LoadPlan.of(1), true, System::currentTimeMillis));
            while (engine.totals().acked() < 1) {
                Thread.sleep(1);
            }
            System.out.println("first-ack");
        }
    }
}
