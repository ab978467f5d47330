package ackscope.ui.breaker;

import ackscope.core.breaker.BreakerSettings;
import java.util.ArrayList;
import java.util.List;

/** Takes settings and notes what is asked. */
final class FakeBreaker implements BreakerControl {
    final List<String> asked = new ArrayList<>();
    BreakerSettings settings = BreakerSettings.DEFAULTS;
    String obstacle = "";

    @Override
    public BreakerSettings settings() {
        return settings;
    }

    @Override
    public void use(BreakerSettings next) {
        if (!next.problems().isEmpty()) {
            throw new IllegalArgumentException(next.problems().getFirst().text());
        }
        settings = next;
    }

    @Override
    public String obstacle() {
        return obstacle;
    }

    @Override
    public void replay(double perSecond) {
        asked.add("replay " + perSecond);
    }

    @Override
    public void discard() {
        asked.add("discard");
    }
}
