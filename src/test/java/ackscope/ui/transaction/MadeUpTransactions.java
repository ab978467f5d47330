package ackscope.ui.transaction;

import ackscope.core.transaction.Call;
import ackscope.core.transaction.Experiment;
import ackscope.core.transaction.ExperimentView;
import ackscope.core.transaction.ReadersView;
import ackscope.core.transaction.TransactionBoard;
import ackscope.core.transaction.TransactionView;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.TimeoutException;

/** Transactions, readers and experiments as one sets them; notes what is asked. */
public final class MadeUpTransactions implements TransactionControl {
    public final List<String> asked = new ArrayList<>();
    public long nowMs = 1_700_000_000_000L;
    public final TransactionBoard board = new TransactionBoard(() -> nowMs);
    public ReadersView readers = ReadersView.NONE;
    public ExperimentView experiment = ExperimentView.NONE;
    public String obstacle = "";
    public String experimentObstacle = "";

    /** Opens a producer, and begins a transaction of 12 records over two partitions. */
    public void open() {
        board.initializing("orders-tx", 60_000, 10_000);
        board.ready();
        board.began(true);
        for (int i = 0; i < 12; i++) {
            board.sent();
            board.acked("orders", i % 3 == 0 ? 3 : 0);
        }
        nowMs += 18_400;
    }

    /** One of the pictures: open, waiting, repeat, abortable, fatal; anything else leaves no producer. */
    public void picture(String name) {
        if (List.of("open", "waiting", "repeat", "abortable", "fatal").contains(name)) {
            open();
        }
        switch (name) {
            case "waiting" -> {
                board.calling(Call.COMMIT);
                nowMs += 2_300;
            }
            case "repeat" -> {
                board.calling(Call.COMMIT);
                board.callFailed(new TimeoutException("Timeout expired after 10000ms"), Call.COMMIT);
            }
            case "abortable" -> board.recordFailed(new InvalidProducerEpochException("old"));
            case "fatal" -> {
                board.calling(Call.COMMIT);
                board.callFailed(new InvalidTxnStateException("wrong state"), Call.COMMIT);
                board.over("aborted, 12 records");
            }
            default -> {
                // No producer.
            }
        }
    }

    /** Readers over a committed, an aborted and an open transaction. */
    public void read() {
        List<ReadersView.Row> all = new ArrayList<>();
        List<ReadersView.Row> committed = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            ReadersView.Fate fate = i < 5
                    ? ReadersView.Fate.VISIBLE
                    : i < 8 ? ReadersView.Fate.ABORTED : ReadersView.Fate.HELD_BACK;
            ReadersView.Row row = new ReadersView.Row(i % 3 == 0 ? 3 : 0, 1_240 + i, nowMs,
                    "#" + i + "  order-" + i + " → {\"order\":" + i + ",\"qty\":4}", fate);
            all.add(row);
            if (fate == ReadersView.Fate.VISIBLE) {
                committed.add(row);
            }
        }
        readers = new ReadersView("orders", ReadersView.State.READING, "", all, committed,
                List.of(new ReadersView.Mark(0, 1_248, 1_254), new ReadersView.Mark(1, 77, 77),
                        new ReadersView.Mark(3, 1_249, 1_253)),
                0);
    }

    /** An experiment in the middle, or at its end. */
    public void experiment(boolean over) {
        List<ExperimentView.Step> steps = new ArrayList<>(List.of(
                new ExperimentView.Step("A producer in a process of its own begins a transaction",
                        "5 records up to offset 1247, process 4711", 2_400),
                new ExperimentView.Step("It is killed (-9)", "ended with 137", 12)));
        steps.add(over
                ? new ExperimentView.Step("Readers of committed records are held back",
                        "last stable offset 1243, end 1251: 8 offsets held back", 1_510)
                : new ExperimentView.Step("Readers of committed records are held back", "", -1));
        experiment = new ExperimentView("Producer killed in mid-transaction",
                over ? ExperimentView.State.SHOWN : ExperimentView.State.RUNNING, steps, over
                        ? "8 offsets were held back while nobody ended the transaction, also 3 records that had nothing to do with it."
                                + " The next initTransactions aborted it and released them after 180 ms."
                        : "");
    }

    @Override
    public TransactionView view() {
        return board.view();
    }

    @Override
    public ReadersView readers() {
        return readers;
    }

    @Override
    public ExperimentView experiment() {
        return experiment;
    }

    @Override
    public void call(Call call) {
        asked.add(call.name());
    }

    @Override
    public void cancel() {
        asked.add("cancel");
    }

    @Override
    public String obstacle() {
        return obstacle;
    }

    @Override
    public void look(boolean now) {
        asked.add("look " + now);
    }

    @Override
    public void read(String topic) {
        asked.add("read " + topic);
    }

    @Override
    public void pause(boolean now) {
        asked.add("pause " + now);
    }

    @Override
    public String experimentObstacle() {
        return experimentObstacle;
    }

    @Override
    public void start(Experiment chosen) {
        if (!experimentObstacle.isEmpty()) {
            throw new IllegalStateException(experimentObstacle);
        }
        asked.add(chosen.title());
        experiment(false);
    }

    @Override
    public void cancelExperiment() {
        asked.add("cancel experiment");
    }
}
