package ackscope.core.scenario;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.breaker.BreakerSettings.Window;

/** The circuit breaker of a scenario file: it looks back at a number of outcomes, and replays by itself. */
final class BreakerForm {
    private BreakerForm() {
    }

    static BreakerSettings read(Form form) {
        BreakerSettings defaults = BreakerSettings.DEFAULTS;
        BreakerSettings read = new BreakerSettings(true, Window.COUNT,
                (int) form.whole("window", 1, 100_000, defaults.size()),
                (int) form.whole("least", 1, 100_000, defaults.least()),
                form.number("failurePercent", 0, 100, defaults.failurePercent()),
                (int) form.whole("slowMs", 1, 3_600_000, defaults.slowMs()),
                form.number("slowPercent", 0, 100, defaults.slowPercent()),
                (int) form.whole("openMs", 1, 3_600_000, defaults.openMs()),
                (int) form.whole("tries", 1, 100_000, defaults.permits()), defaults.counted(), true,
                form.number("replayPerSecond", 0, 1_000_000, defaults.replayPerSecond()), defaults.outboxRecords(),
                defaults.outboxMegabytes());
        form.end();
        read.problems().forEach(problem -> form.flaw(form.group(), problem.text()));
        return read;
    }
}
