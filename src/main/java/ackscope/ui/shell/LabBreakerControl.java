package ackscope.ui.shell;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.lab.Lab;
import ackscope.core.send.SendEngine;
import ackscope.ui.breaker.BreakerControl;
import java.util.function.Predicate;

/** Joins the circuit breaker's panel to the sending engine. */
final class LabBreakerControl implements BreakerControl {
    private final Lab lab;
    private final SendEngine engine;
    private final Predicate<String> confirm;

    /** @param confirm asks the person, and waits for the answer */
    LabBreakerControl(Lab lab, Predicate<String> confirm) {
        this.lab = lab;
        this.engine = lab.engine();
        this.confirm = confirm;
    }

    @Override
    public BreakerSettings settings() {
        return lab.breakerSettings();
    }

    @Override
    public void use(BreakerSettings settings) {
        lab.use(settings);
    }

    @Override
    public String obstacle() {
        return engine.breakerObstacle();
    }

    /** What the outbox holds may have been turned away on the way to another cluster, so on one that is not the lab's it is asked first. */
    @Override
    public void replay(double perSecond) {
        if (lab.letsConsoleAct()
                && lab.connection().map(to -> confirm.test(LoadQuestion.ofOutbox(engine.breaker(), to))).orElse(true)) {
            engine.replay(perSecond);
        }
    }

    @Override
    public void discard() {
        if (lab.letsConsoleAct()) {
            engine.discardOutbox();
        }
    }
}
