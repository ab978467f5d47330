package ackscope.ui.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.metrics.Alert;
import ackscope.ui.alerts.AlertBell.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlertBellTest {
    private final AlertBell bell = new AlertBell();

    static Alert alert(long id, OptionalLong clearedMs) {
        return new Alert(id, "Rule " + id, clearedMs.isEmpty(), "cause " + id, "evidence " + id, "next " + id,
                1_000 * id, clearedMs);
    }

    private static Alert standing(long id) {
        return alert(id, OptionalLong.empty());
    }

    @Test
    void oneAlertIsToldWithItsEvidenceAndWhatToTry() {
        Optional<Notice> notice = Optional.of(new Notice("Rule 1", "evidence 1", "cause 1\nnext 1"));
        assertEquals(notice, bell.take(List.of(standing(1)), 50_000, false));
        assertEquals(notice, bell.take(List.of(standing(1)), 55_999, false), "it is up for six seconds");
        assertEquals(Optional.empty(), bell.take(List.of(standing(1)), 56_000, false));
        assertEquals(Optional.empty(), bell.take(List.of(standing(1)), 90_000, false), "once");
    }

    @Test
    void whatComesWithinTenSecondsIsToldTogetherAfterwards() {
        bell.take(List.of(standing(1)), 50_000, false);
        assertEquals("Rule 1", bell.take(List.of(standing(2), standing(1)), 51_000, false).orElseThrow().title());
        List<Alert> all = List.of(standing(6), standing(5), standing(4), standing(3), standing(2), standing(1));
        assertEquals(Optional.empty(), bell.take(all, 59_999, false));
        Notice notice = bell.take(all, 60_000, false).orElseThrow();
        assertEquals("5 alerts", notice.title());
        assertEquals("Rule 6, Rule 5, Rule 4, Rule 3, Rule 2", notice.text());
    }

    @Test
    void whatWasSeenOrIsOverIsNotTold() {
        assertEquals(Optional.empty(), bell.take(List.of(standing(1)), 50_000, true));
        assertEquals(Optional.empty(), bell.take(List.of(standing(1)), 51_000, false), "it was in sight");
        assertEquals(Optional.empty(),
                bell.take(List.of(alert(2, OptionalLong.of(60_000)), standing(1)), 61_000, false), "it is over");
    }

    @Test
    void aNoticeIsGoneWhenWhatItTellsOfIsOver() {
        bell.take(List.of(standing(1)), 50_000, false);
        Alert over = new Alert(1, "Rule 1", false, "", "", "", 1_000, OptionalLong.empty());
        assertEquals(Optional.empty(), bell.take(List.of(over), 51_000, false));
    }

    @Test
    void oneThatStandsButIsOverForTheMomentIsNotTold() {
        Alert over = new Alert(1, "Rule 1", false, "", "", "", 1_000, OptionalLong.empty());
        assertEquals(Optional.empty(), bell.take(List.of(over), 50_000, false));
    }

    @Test
    void aRuleThatWasToldIsNotToldAgainForHalfAMinute() {
        Alert again = new Alert(2, "Rule 1", true, "", "", "", 2_000, OptionalLong.empty());
        bell.take(List.of(standing(1)), 50_000, false);
        assertEquals(Optional.empty(), bell.take(List.of(again), 65_000, false));
        assertEquals("Rule 1", bell.take(List.of(again), 80_000, false).orElseThrow().title(),
                "it goes on all the time");
    }

    @Test
    void aRuleThatIsHeldBackIsToldThoughAnotherOneRangMeanwhile() {
        Alert again = new Alert(2, "Rule 1", true, "", "", "", 2_000, OptionalLong.empty());
        bell.take(List.of(standing(1)), 50_000, false);
        assertEquals("Rule 3", bell.take(List.of(standing(3), again), 65_000, false).orElseThrow().title());
        assertEquals("Rule 1", bell.take(List.of(standing(3), again), 80_000, false).orElseThrow().title());
        assertEquals(Optional.empty(), bell.take(List.of(standing(3), again), 120_000, false), "once");
    }

    @Test
    void duringADrillANoticeTellsNoRemedy() {
        assertEquals(Optional.of(new Notice("Rule 1", "evidence 1", "")),
                bell.take(List.of(standing(1).withoutWords()), 50_000, false));
    }

    @Test
    void neverTwoWithinTenSecondsAndNoStandingAlertIsForgotten() {
        Random random = new Random(3);
        List<Alert> alerts = new ArrayList<>();
        long lastMs = -AlertBell.QUIET_MS;
        int told = 0;
        for (long now = 0; now < 1_000_000; now += 125) {
            if (now < 980_000 && random.nextInt(40) == 0) {
                alerts.addFirst(standing(alerts.size() + 1));
            }
            Optional<Notice> notice = bell.take(alerts, now, false);
            if (notice.isPresent() && now - lastMs >= AlertBell.SHOWN_MS) {
                assertTrue(now - lastMs >= AlertBell.QUIET_MS, "at " + now);
                lastMs = now;
                String first = notice.get().title();
                told += first.startsWith("Rule ") ? 1 : Integer.parseInt(first.substring(0, first.indexOf(" ")));
            }
        }
        assertEquals(alerts.size(), told);
    }
}
