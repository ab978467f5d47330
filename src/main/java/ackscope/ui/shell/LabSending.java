package ackscope.ui.shell;

import ackscope.core.compose.RecordSource;
import ackscope.core.lab.Lab;
import ackscope.core.send.Progress;
import ackscope.ui.compose.Sending;
import java.util.function.Supplier;

/** Joins the compose panel to the lab: a send takes the settings that the delivery panel holds then. */
final class LabSending implements Sending {
    private final Lab lab;
    private final Supplier<String> settingsObstacle;
    private final Runnable applySettings;

    /**
     * @param settingsObstacle why the settings cannot be used, or ""
     * @param applySettings    gives the settings as typed to the lab
     */
    LabSending(Lab lab, Supplier<String> settingsObstacle, Runnable applySettings) {
        this.lab = lab;
        this.settingsObstacle = settingsObstacle;
        this.applySettings = applySettings;
    }

    @Override
    public String obstacle() {
        String cluster = lab.obstacle();
        return cluster.isEmpty() ? settingsObstacle.get() : cluster;
    }

    /** On a cluster that is not the lab's, nothing is added to a record that was not typed. */
    @Override
    public boolean stampsTyped() {
        return lab.isLab();
    }

    @Override
    public void send(RecordSource source) {
        applySettings.run();
        lab.send(source);
    }

    @Override
    public void stop() {
        lab.engine().stop();
    }

    @Override
    public void cancel() {
        lab.engine().cancel();
    }

    @Override
    public Progress progress() {
        return lab.engine().progress();
    }
}
