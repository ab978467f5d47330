package ackscope.ui.shell;

import java.util.Optional;
import ackscope.core.connection.Connection;
import ackscope.core.compose.RecordSource;
import ackscope.core.lab.Lab;
import ackscope.core.send.Progress;
import ackscope.ui.compose.Sending;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Joins the compose panel to the lab: a send takes the settings that the delivery panel holds then. */
final class LabSending implements Sending {
    private final Lab lab;
    private final Supplier<String> settingsObstacle;
    private final Runnable applySettings;
    private final Consumer<String> chooseTopic;
    private final Predicate<String> confirm;

    /**
     * @param settingsObstacle why the settings cannot be used, or ""
     * @param applySettings    gives the settings as typed to the lab
     * @param chooseTopic      chooses a topic
     * @param confirm          asks the person, and waits for the answer
     */
    LabSending(Lab lab, Supplier<String> settingsObstacle, Runnable applySettings, Consumer<String> chooseTopic,
            Predicate<String> confirm) {
        this.lab = lab;
        this.confirm = confirm;
        this.settingsObstacle = settingsObstacle;
        this.applySettings = applySettings;
        this.chooseTopic = chooseTopic;
    }

    @Override
    public String obstacle() {
        String cluster = lab.obstacle();
        return cluster.isEmpty() ? settingsObstacle.get() : cluster;
    }

    /** On a cluster that is not the lab's, nothing is added to a record that was not typed, unless its connection asks for that. */
    @Override
    public boolean stampsTyped() {
        return lab.stampsTyped();
    }

    @Override
    public boolean agreed(RecordSource source) {
        if (!LoadQuestion.concerns(source.plan())) {
            return true;
        }
        Optional<Connection> asked = lab.connection();
        boolean yes = asked.map(to -> confirm.test(LoadQuestion.of(lab.destination(source), to))).orElse(true);
        // Another cluster may have come into use while the question stood there.
        return yes && asked.equals(lab.connection());
    }

    @Override
    public void send(RecordSource source) {
        applySettings.run();
        lab.send(source);
    }

    @Override
    public boolean mine() {
        return !lab.plays().running();
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
    public long next() {
        return lab.engine().run().size();
    }

    @Override
    public void choose(String topic) {
        chooseTopic.accept(topic);
    }

    @Override
    public Progress progress() {
        return lab.engine().progress();
    }
}
