package ackscope.ui.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.core.transaction.Call;
import ackscope.core.transaction.Experiment;
import ackscope.core.transaction.TransactionState;
import ackscope.ui.base.FeedBatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionViewModelTest {
    private final MadeUpTransactions made = new MadeUpTransactions();
    private final List<String> said = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final TransactionViewModel model = new TransactionViewModel(made, ids::add, said::add);

    private void receive() {
        model.receive(new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", 0), made.nowMs));
    }

    private List<Call> offered() {
        return model.moves().stream().filter(m -> m.offeredProperty().get()).map(MoveModel::call).toList();
    }

    private MoveModel move(Call call) {
        return model.moves().stream().filter(m -> m.call() == call).findFirst().orElseThrow();
    }

    @Test
    void withoutAnIdNothingIsOfferedAndOneCanBeSet() {
        receive();
        assertTrue(model.needsIdProperty().get());
        assertEquals(List.of(), offered());
        assertTrue(move(Call.BEGIN).whyProperty().get().contains("transactional.id"));
        model.setTransactionalId("  ");
        assertEquals(List.of(), ids);
        assertFalse(said.isEmpty());
        model.setTransactionalId(" orders-tx ");
        assertEquals(List.of("orders-tx"), ids);
        model.transactionalIdProperty().set("orders-tx");
        receive();
        assertFalse(model.needsIdProperty().get());
        assertEquals(List.of(Call.BEGIN), offered());
    }

    @Test
    void anOpenTransactionIsToldWithPartsAndTheTimeThatIsLeft() {
        model.transactionalIdProperty().set("orders-tx");
        made.open();
        receive();
        assertEquals(TransactionState.IN_TRANSACTION, model.stateProperty().get());
        assertEquals("12 records · orders-0: 8, orders-3: 4", model.contentsProperty().get());
        assertEquals("coordinator aborts in 41.6 s", model.deadlineProperty().get());
        assertEquals(41.6 / 60, model.timeLeftProperty().get(), 1e-9);
        assertEquals(List.of(Call.COMMIT, Call.ABORT), offered());
        assertEquals("open", model.badgeProperty().get());
        made.nowMs += 60_000;
        receive();
        assertTrue(model.deadlineProperty().get().contains("are over"));
        assertEquals(0, model.timeLeftProperty().get());
    }

    @Test
    void whileALoadIsSentIntoItNothingEndsIt() {
        made.open();
        model.sendingProperty().set(true);
        receive();
        assertEquals(List.of(), offered());
        model.call(Call.COMMIT);
        assertFalse(made.asked.contains("COMMIT"));
        assertTrue(said.getLast().contains("Stop it first"));
        model.sendingProperty().set(false);
        receive();
        model.call(Call.COMMIT);
        assertTrue(made.asked.contains("COMMIT"));
    }

    @Test
    void aWaitingCallIsToldWithItsLimit() {
        made.picture("waiting");
        receive();
        assertEquals("commitTransaction waits for the coordinator to write the commit: 2.3 s of 10.0 s (max.block.ms)",
                model.waitingProperty().get());
        assertEquals(List.of(), offered());
        model.cancel();
        assertTrue(made.asked.contains("cancel"));
    }

    @Test
    void theOneRightNextStepIsMarked() {
        made.picture("abortable");
        receive();
        assertTrue(move(Call.ABORT).nextProperty().get());
        assertEquals(List.of(Call.ABORT), offered());
        assertTrue(model.troubleProperty().get().startsWith("InvalidProducerEpochException. "));
        assertEquals("failed", model.badgeProperty().get());

        made.picture("fatal");
        receive();
        assertTrue(move(Call.REPLACE).nextProperty().get());
        assertEquals(List.of(Call.REPLACE), offered());

        made.picture("repeat");
        receive();
        assertTrue(move(Call.COMMIT).nextProperty().get());
        assertEquals(List.of(Call.COMMIT, Call.REPLACE), offered());
    }

    @Test
    void theReadersRestWhileNobodyLooks() {
        model.looked(() -> false);
        made.read();
        receive();
        assertEquals("look false", made.asked.getLast());
        assertEquals(List.of(), model.uncommitted());
        model.looked(() -> true);
        receive();
        assertEquals(16, model.uncommitted().size(), "14 records and two last stable offsets");
    }

    @Test
    void theLastStableOffsetStandsBelowWhatIsHeldBackAndAboveWhatIsCommitted() {
        made.read();
        receive();
        List<ReaderLines.Line> all = List.copyOf(model.uncommitted());
        int line = all.indexOf(new ReaderLines.Stable(0, 1_248, 6));
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof ReaderLines.Given given && given.row().partition() == 0) {
                assertEquals(i < line, given.row().offset() >= 1_248, given.toString());
            }
        }
        assertEquals(new ReaderLines.Stable(0, 1_248, 6), model.committed().getFirst());
        assertEquals(7, model.committed().size());
        assertTrue(model.readersWordsProperty().get().contains("orders-0: last stable 1,248, end 1,254"));
    }

    @Test
    void anExperimentThatCannotBeMadeIsToldWhy() {
        made.experimentObstacle = "The cluster is not ready yet.";
        model.start(Experiment.ALL.getFirst());
        assertEquals(List.of("The cluster is not ready yet."), said);
        made.experimentObstacle = "";
        model.start(Experiment.ALL.getFirst());
        assertTrue(made.asked.contains("Fenced producer sends"));
        model.cancelExperiment();
        assertEquals("cancel experiment", made.asked.getLast());
    }

    @Test
    void theReadersFollowTheTopicAndThePause() {
        model.topicProperty().set("orders");
        model.pausedProperty().set(true);
        assertEquals(List.of("read ", "pause false", "read orders", "pause true"), made.asked);
    }
}
