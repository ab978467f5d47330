package ackscope.ui.charts;

import static ackscope.ui.base.Feeds.batch;
import static ackscope.ui.base.Feeds.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ackscope.core.metrics.RunTotals;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words below the sums. */
class TilesViewModelTest {
    private final TilesViewModel tiles = new TilesViewModel();

    @Test
    void withAcksNoneNothingIsSaidToBeInTheLog() {
        take(100);
        assertEquals("to the socket", tiles.ackedProperty().get().detail());
        assertEquals("acks=0: not known", tiles.maybeProperty().get().detail());
    }

    @Test
    void ofARunThatHasBothTheShareOfTheSocketIsTold() {
        take(30);
        assertEquals("30 to the socket", tiles.ackedProperty().get().detail());
        assertEquals("acks=0: not known", tiles.maybeProperty().get().detail());
    }

    @Test
    void whatBrokersConfirmedIsNotInDoubt() {
        take(0);
        assertEquals("none in doubt", tiles.maybeProperty().get().detail());
    }

    @Test
    void whatIsOpenMayBeInTheLogToo() {
        take(new RunTotals(100, 60, 40, 0, 0, 0, 0, 0, 0, RunTotals.NONE.edges()));
        assertEquals(new Tile("0", "so far", "40 still open"), tiles.maybeProperty().get());
        take(new RunTotals(100, 60, 30, 10, 0, 4, 6, 0, 0, RunTotals.NONE.edges()));
        assertEquals(new Tile("4", "so far", "30 still open"), tiles.maybeProperty().get());
        take(new RunTotals(100, 60, 30, 10, 0, 4, 6, 0, 0, 30, RunTotals.NONE.edges()));
        assertEquals(new Tile("4", "so far", "30 in outbox"), tiles.maybeProperty().get());
        take(new RunTotals(100, 90, 0, 10, 0, 4, 6, 0, 0, RunTotals.NONE.edges()));
        assertEquals(new Tile("4", "", "not acked"), tiles.maybeProperty().get());
    }

    @Test
    void whatTheOutboxHoldsIsNotOpen() {
        RunTotals totals = new RunTotals(100, 20, 80, 0, 0, 0, 0, 0, 0, 78, RunTotals.NONE.edges());
        tiles.receive(batch(1_000, List.of(), List.of(sample(1, 1_000, totals))));
        assertEquals("2", tiles.openProperty().get().value());
        assertEquals("78 in outbox", tiles.openProperty().get().detail());
    }

    private void take(long unconfirmed) {
        take(new RunTotals(100, 100, 0, 0, 0, 0, 0, 0, unconfirmed, RunTotals.NONE.edges()));
    }

    private void take(RunTotals totals) {
        tiles.receive(batch(1_000, List.of(), List.of(sample(1, 1_000, totals))));
    }
}
