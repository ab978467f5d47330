package ackscope.ui.shell;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.send.SendEngine;
import ackscope.ui.breaker.BreakerControl;

/** Joins the circuit breaker's panel to the sending engine. */
final class LabBreakerControl implements BreakerControl {
    private final SendEngine engine;

    LabBreakerControl(SendEngine engine) {
        this.engine = engine;
    }

    @Override
    public BreakerSettings settings() {
        return engine.breakerSettings();
    }

    @Override
    public void use(BreakerSettings settings) {
        engine.breaker(settings);
    }

    @Override
    public String obstacle() {
        return engine.breakerObstacle();
    }

    @Override
    public void replay(double perSecond) {
        engine.replay(perSecond);
    }

    @Override
    public void discard() {
        engine.discardOutbox();
    }
}
