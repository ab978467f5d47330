package ackscope.bench;

import ackscope.core.cluster.LabOptions;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.lab.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One side of the start bench without a window: the console below it, from nothing to the first acknowledged record. */
public final class WindowlessStartMain {
    private static final long LIMIT_MS = 90_000;

    private WindowlessStartMain() {
    }

    public static void main(String[] args) throws Exception {
        Path folder = Probe.folder();
        // The cache is used where there is one; making one would go on beside what is measured.
        try (Lab lab = new Lab(folder, LabOptions.standard().with(LabOptions.Aot.USE))) {
            lab.startLabCluster();
            long limit = System.currentTimeMillis() + LIMIT_MS;
            while (!lab.obstacle().isEmpty()) {
                awaited("the lab: " + lab.obstacle(), limit);
            }
            RecordDraft draft = new RecordDraft(Lab.FIRST_TOPIC, Payload.NULL, Payload.string("start"), List.of(),
                    OptionalInt.empty(), OptionalLong.empty());
            lab.use(Map.of());
            lab.send(RecordSource.of(draft, LoadPlan.of(1), true, System::currentTimeMillis));
            while (lab.engine().totals().acked() < 1) {
                awaited("the acknowledgement", limit);
            }
            System.out.println("first-ack");
        }
        System.exit(0);
    }

    private static void awaited(String what, long limitMs) throws InterruptedException {
        if (System.currentTimeMillis() > limitMs) {
            throw new IllegalStateException(
                    "waited " + LIMIT_MS / 1000 + " s in vain for " + what + "; ackscope.log says more");
        }
        Thread.sleep(1);
    }
}
