package ackscope.ui.shell;

import ackscope.core.lab.Lab;
import ackscope.core.transaction.Call;
import ackscope.core.transaction.Experiment;
import ackscope.core.transaction.ExperimentView;
import ackscope.core.transaction.ReadersView;
import ackscope.core.transaction.TransactionView;
import ackscope.ui.transaction.TransactionControl;
import java.util.function.Supplier;

/** Joins the transactions' panel to the lab: a begin takes the settings that the delivery panel holds then. FX thread. */
final class LabTransactionControl implements TransactionControl {
    private final Lab lab;
    private final Supplier<String> settingsObstacle;
    private final Runnable applySettings;
    private String topic = "";

    /**
     * @param settingsObstacle why the settings cannot be used, or ""
     * @param applySettings    gives the settings as typed to the lab
     */
    LabTransactionControl(Lab lab, Supplier<String> settingsObstacle, Runnable applySettings) {
        this.lab = lab;
        this.settingsObstacle = settingsObstacle;
        this.applySettings = applySettings;
    }

    @Override
    public TransactionView view() {
        return lab.engine().transactions().view();
    }

    @Override
    public ReadersView readers() {
        return lab.readers().view();
    }

    @Override
    public ExperimentView experiment() {
        return lab.experiments().view();
    }

    @Override
    public void call(Call call) {
        switch (call) {
            case BEGIN -> {
                applySettings.run();
                lab.engine().transactions().begin();
            }
            case COMMIT -> lab.engine().transactions().commit();
            case ABORT -> lab.engine().transactions().abort();
            case REPLACE -> {
                applySettings.run();
                lab.engine().transactions().replace();
            }
            case SEND -> {
                // Records are composed and sent elsewhere.
            }
        }
    }

    @Override
    public void cancel() {
        if (lab.letsConsoleAct()) {
            lab.engine().cancel();
        }
    }

    @Override
    public String obstacle() {
        String cluster = lab.obstacle();
        return cluster.isEmpty() ? settingsObstacle.get() : cluster;
    }

    @Override
    public void look(boolean now) {
        lab.readers().looked(now);
    }

    @Override
    public void read(String name) {
        topic = name;
        lab.readers().read(name);
    }

    @Override
    public void pause(boolean now) {
        lab.readers().pause(now);
    }

    @Override
    public String experimentObstacle() {
        if (!lab.isLab()) {
            return "Experiments write records and leave transactions open, so they are made on the lab's own cluster only.";
        }
        String cluster = lab.obstacle();
        return cluster.isEmpty() && topic.isEmpty() ? "Choose a topic first: experiments write to it." : cluster;
    }

    @Override
    public void start(Experiment experiment) {
        String obstacle = experimentObstacle();
        if (!obstacle.isEmpty()) {
            throw new IllegalStateException(obstacle);
        }
        lab.experiments().start(experiment, lab.cluster().clientProperties(), topic);
    }

    @Override
    public void cancelExperiment() {
        lab.experiments().cancel();
    }
}
