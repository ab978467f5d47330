package ackscope.core.scenario;

import ackscope.core.audit.RunJournal;
import ackscope.core.cluster.SharedLab;
import ackscope.core.cluster.TopicLogs;
import ackscope.core.event.LabEvent;
import ackscope.core.fault.FaultBoard;
import ackscope.core.lab.LabWitness;
import ackscope.core.lab.TopicStarts;
import ackscope.core.send.SendEngine;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The shared lab with faults and a journal, and engines that see its wire. Leaves a whole cluster behind. */
final class LabStand implements AutoCloseable {
    private final SharedLab lab;
    private final RunJournal journal = new RunJournal();
    private final Consumer<LabEvent> listener = journal::saw;
    private final FaultBoard board;
    private final TopicLogs logs;

    LabStand(SharedLab lab) {
        this.lab = lab;
        lab.listen(listener);
        board = FaultBoard.of(lab.cluster(), journal::saw, _ -> {
        });
        logs = new TopicLogs(lab.cluster()::directClientProperties);
    }

    FaultBoard board() {
        return board;
    }

    RunJournal journal() {
        return journal;
    }

    SendEngine engine(Path folder) {
        SendEngine engine = new SendEngine(folder, () -> Long.MAX_VALUE, _ -> {
        });
        engine.watch(new LabWitness(lab.cluster().attempts()));
        engine.starts(topic -> TopicStarts.of(Optional.of(logs), topic));
        return engine;
    }

    @Override
    public void close() {
        lab.forget(listener);
        logs.close();
        board.healAll(_ -> {
        });
        board.close();
    }
}
