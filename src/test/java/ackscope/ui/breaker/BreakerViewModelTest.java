package ackscope.ui.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.breaker.BreakerSettings.Field;
import ackscope.core.breaker.BreakerView;
import ackscope.core.cluster.ClusterView;
import ackscope.core.event.BreakerEvent.State;
import ackscope.core.wire.AttemptNews;
import ackscope.core.wire.WireSums;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Insight;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreakerViewModelTest {
    private final FakeBreaker breaker = new FakeBreaker();
    private final BreakerViewModel model = new BreakerViewModel(breaker);

    static FeedBatch batch(BreakerView view) {
        return new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", 0), 0,
                new Insight(AttemptNews.NONE, WireSums.NONE, List.of(), view, List.of()));
    }

    static BreakerView view(State state, double failures, int outcomes, long nextTryMs, int permits, long held) {
        return new BreakerView(true, state, failures, 0.5, failures / 10, 1, outcomes,
                state == State.HALF_OPEN ? 5 : 20, nextTryMs, permits, held, 1_000, held, 0, 0);
    }

    private BreakerState state(BreakerView view) {
        model.receive(batch(view));
        return model.stateProperty().get();
    }

    @Test
    void itsStateIsSaidInWordsWithTheFigureThatMatters() {
        assertEquals("off", state(BreakerView.OFF).line());
        BreakerState closed = state(view(State.CLOSED, 0.26, 100, -1, -1, 0));
        assertEquals("closed: 26 % of 50 %", closed.line());
        assertEquals(
                "Closed: records pass. Of the last 100 outcomes, 26 % failed, it opens at 50 %; 2.6 % were slow, it"
                        + " opens at 100 %.",
                closed.sentence());
        assertEquals(0.52, closed.share(), 1e-9);
        assertEquals("closed: 7 of 20 seen", state(view(State.CLOSED, Double.NaN, 7, -1, -1, 0)).line());
        assertEquals("open: tries again in 3.3 s", state(view(State.OPEN, 0.6, 100, 3_240, -1, 40)).line());
        assertEquals("open: tries the next", state(view(State.OPEN, 0.6, 100, 0, -1, 40)).line());
        assertEquals("half open: 2 of 5 tries", state(view(State.HALF_OPEN, Double.NaN, 1, -1, 3, 40)).line());
    }

    @Test
    void aWindowOfTimeIsSaidAsOne() {
        model.form().windowProperty().set(BreakerSettings.Window.TIME);
        assertTrue(state(view(State.CLOSED, 0.26, 40, -1, -1, 0)).sentence()
                .contains("Of the 40 outcomes of the last 100 s, 26 % failed"));
    }

    @Test
    void whyItIsNotUsedIsSaidInsteadOfAState() {
        breaker.obstacle = "It does not stand in front of a transactional producer.";
        BreakerState state = state(view(State.CLOSED, 0.26, 100, -1, -1, 0));
        assertEquals("not used", state.word());
        assertEquals(breaker.obstacle, state.sentence());
    }

    @Test
    void theOutboxSaysWhatItHoldsAndWhatReplayMayDouble() {
        model.receive(batch(new BreakerView(true, State.OPEN, 0.6, 0.5, 0, 1, 100, 20, 900, -1, 1_000, 1_000, 1_204,
                204, 3)));
        OutboxState outbox = model.outboxProperty().get();
        assertEquals("1,000 of 1,000 records held: full, so sending has stopped.", outbox.held());
        assertEquals("In this run: 1,204 records put in, 204 replayed.", outbox.history());
        assertTrue(outbox.doubled().endsWith("may be there twice: 3 so far in this run."), outbox.doubled());
        model.receive(batch(BreakerView.OFF));
        assertEquals("Empty: nothing is held back.", model.outboxProperty().get().held());
    }

    @Test
    void replayGoesAtThePaceTypedAndNotAtAWrongOne() {
        model.form().textProperty(Field.REPLAY_RATE).set("40");
        model.replay();
        model.form().textProperty(Field.REPLAY_RATE).set("x");
        model.replay();
        assertEquals(List.of("replay 40.0"), breaker.asked);
    }

    @Test
    void whatWasSetIsKeptAndRestored() {
        model.form().onProperty().set(true);
        model.form().textProperty(Field.PERMITS).set("3");
        model.form().commit();
        Map<String, String> kept = model.options();
        assertEquals(Map.of("breaker.on", "true", "breaker.permits", "3"), kept);
        FakeBreaker other = new FakeBreaker();
        new BreakerViewModel(other).restore(kept);
        assertEquals(breaker.settings, other.settings);
    }
}
