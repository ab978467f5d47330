package ackscope.ui.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import ackscope.core.breaker.BreakerView;
import ackscope.core.cluster.ClusterView;
import ackscope.core.metrics.Alert;
import ackscope.core.metrics.AlertCondition;
import ackscope.core.metrics.Alerts;
import ackscope.core.wire.AttemptNews;
import ackscope.core.wire.WireSums;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Insight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AlertsViewModelTest {
    private final Alerts alerts = new Alerts(_ -> {
    });
    private final AlertsViewModel model = new AlertsViewModel(alerts);

    static FeedBatch batch(long nowMs, Alert... alerts) {
        return new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", nowMs), nowMs,
                new Insight(AttemptNews.NONE, WireSums.NONE, List.of(), BreakerView.OFF, List.of(alerts)));
    }

    private static Alert standing(long id) {
        return AlertBellTest.alert(id, OptionalLong.empty());
    }

    static double threshold(Alerts alerts, AlertCondition condition) {
        return alerts.rules().stream().filter(r -> r.condition() == condition).findFirst().orElseThrow().threshold();
    }

    @Test
    void rowsStayTheSameObjectsWhileAlertsComeAndAreCleared() {
        model.receive(batch(4_000, standing(1)));
        AlertRow first = model.rows().getFirst();
        assertEquals("3 s", first.lastedProperty().get());
        model.receive(batch(6_500, standing(2), standing(1)));
        assertSame(first, model.rows().getLast());
        assertEquals("5 s", first.lastedProperty().get());
        assertEquals("2", model.badgeProperty().get());
        assertEquals(2, model.newestProperty().get().alert().id());
        model.receive(batch(8_000, standing(2), AlertBellTest.alert(1, OptionalLong.of(7_400))));
        assertFalse(first.standingProperty().get());
        assertEquals("6.4 s", first.lastedProperty().get());
        assertEquals("1", model.badgeProperty().get());
        model.receive(batch(9_000, standing(3), AlertBellTest.alert(2, OptionalLong.of(8_500))));
        assertEquals(List.of(3L, 2L), model.rows().stream().map(row -> row.alert().id()).toList());
    }

    @Test
    void noStandingAlertMeansNoBadge() {
        assertEquals("", model.badgeProperty().get());
        model.receive(batch(4_000, AlertBellTest.alert(1, OptionalLong.of(3_000))));
        assertEquals("", model.badgeProperty().get());
        assertEquals(0, model.standingProperty().get());
    }

    @Test
    void oneThatIsOverAsksNoMoreThoughItIsNotClearedYet() {
        model.receive(batch(4_000, new Alert(1, "Rule 1", false, "", "", "", 1_000, OptionalLong.empty())));
        assertEquals("", model.badgeProperty().get());
        assertEquals(1, model.standingProperty().get());
    }

    @Test
    void oneWhoLooksOrWantsToBeLeftAloneIsNotTold() {
        List<String> told = new ArrayList<>();
        model.receive(batch(20_000, standing(1)));
        model.tell(() -> false);
        model.noticeProperty().subscribe(notice -> notice.ifPresent(n -> told.add(n.title())));
        model.notifyingProperty().set(false);
        model.receive(batch(40_000, standing(2), standing(1)));
        model.notifyingProperty().set(true);
        model.receive(batch(60_000, standing(2), standing(1)));
        assertEquals(List.of(), told);
        model.receive(batch(80_000, standing(3), standing(2), standing(1)));
        assertEquals(List.of("Rule 3"), told);
    }

    @Test
    void rulesAndTheBellAreKeptAndOnlyWhatIsNotAsItComes() {
        assertEquals(Map.of(), model.options());
        RuleModel silence = model.rules().stream()
                .filter(r -> r.condition() == AlertCondition.SILENCE).findFirst().orElseThrow();
        silence.thresholdProperty().set("12");
        silence.commit();
        model.notifyingProperty().set(false);
        assertEquals(12, threshold(alerts, AlertCondition.SILENCE));
        Map<String, String> kept = model.options();
        assertEquals(Map.of("alerts.notify", "false", "alerts.rule.SILENCE", "true 12.0 0 10000"), kept);

        Alerts others = new Alerts(_ -> {
        });
        AlertsViewModel other = new AlertsViewModel(others);
        other.restore(kept);
        assertEquals(alerts.rules(), others.rules());
        assertEquals(kept, other.options());
        other.resetRules();
        assertEquals(new Alerts(_ -> {
        }).rules(), others.rules());
    }

    @Test
    void rulesThatAreOffAreNotCountedAmongThoseThatWatch() {
        assertEquals(AlertCondition.values().length, model.watchingProperty().get());
        model.rules().getFirst().onProperty().set(false);
        assertEquals(AlertCondition.values().length - 1, model.watchingProperty().get());
    }
}
