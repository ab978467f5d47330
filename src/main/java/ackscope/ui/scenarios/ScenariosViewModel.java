package ackscope.ui.scenarios;

import ackscope.core.scenario.Played;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.ScenarioResult;
import ackscope.core.scenario.Scenarios;
import ackscope.ui.base.Background;
import ackscope.ui.base.Failures;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Playing;
import ackscope.ui.base.Receiver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The scenarios that there are, the one that is chosen, and what comes of playing it in the console. FX thread. */
public final class ScenariosViewModel implements Receiver {
    private final ScenariosControl control;
    private final Background background;
    private final Consumer<String> say;
    private final ObservableList<Scenario> all = FXCollections.observableArrayList();
    private final ObjectProperty<Scenario> chosen = new SimpleObjectProperty<>();
    private final Playing playing;
    private final ReadOnlyObjectWrapper<Optional<ScenarioResult>> result = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Play>> play = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * The play that goes on, or was the last one.
     *
     * @param asExpected empty while it goes on, and when it was not played to its end
     * @param outcome    what came of it, or why nothing did, in a sentence; "" while it goes on
     */
    record Play(Scenario scenario, Optional<Boolean> asExpected, String outcome) {
    }

    /** @param say shows a sentence to the person */
    public ScenariosViewModel(ScenariosControl control, Background background, Consumer<String> say) {
        this.control = control;
        this.background = background;
        this.say = say;
        playing = new Playing(background, "The scenario");
        chosen.subscribe(_ -> result.set(Optional.empty()));
    }

    /** All that can be played; empty until {@link #refresh}. */
    ObservableList<Scenario> all() {
        return all;
    }

    /** Null while there is none. */
    ObjectProperty<Scenario> chosenProperty() {
        return chosen;
    }

    /** The play that goes on; a share below 0 once it was cancelled. */
    ReadOnlyObjectProperty<Optional<ScenarioProgress>> progressProperty() {
        return playing.progressProperty();
    }

    /** What came of the chosen one when it was played last. */
    ReadOnlyObjectProperty<Optional<ScenarioResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** The play that goes on or was the last one, until it is dismissed. */
    ReadOnlyObjectProperty<Optional<Play>> playProperty() {
        return play.getReadOnlyProperty();
    }

    /** What came of the last play was read. */
    void dismiss() {
        play.set(Optional.empty());
    }

    /** Brings the choice of scenarios to the front, with the one that was played last. */
    void showScenarios() {
        play.get().map(Play::scenario).filter(all::contains).ifPresent(last -> {
            if (!last.equals(chosen.get())) {
                chosen.set(last);
            }
        });
        control.showScenarios();
    }

    /** What is wrong with a file, line by line, or why nothing can be played; "" when nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public void receive(FeedBatch batch) {
        playing.receive(batch);
    }

    /** Reads what there is again. */
    void refresh() {
        load("", "", () -> {
        });
    }

    /**
     * Takes a file that was dropped among the person's scenarios and chooses it, or tells what is wrong with it.
     *
     * @param told run when either is there to see
     */
    void take(Path file, Runnable told) {
        background.run(() -> control.scenarios().add(file), added -> {
            load(added.name(), "", told);
            say.accept("'" + added.name() + "' is among your scenarios now.");
        }, e -> {
            load("", Failures.words(e), told);
            say.accept(file.getFileName() + " was not taken: it is no scenario that can be played.");
        });
    }

    private void load(String toChoose, String trouble, Runnable told) {
        background.run(() -> control.scenarios().list(), listed -> {
            show(listed, toChoose);
            List<String> troubles = new ArrayList<>(listed.troubles());
            if (!trouble.isEmpty()) {
                troubles.addFirst(trouble);
            }
            problem.set(String.join("\n", troubles));
            told.run();
        }, e -> problem.set(Failures.words(e)));
    }

    private void show(Scenarios.Listed listed, String toChoose) {
        String name = toChoose.isEmpty() && chosen.get() != null ? chosen.get().name() : toChoose;
        Scenario before = chosen.get();
        List<Scenario> ownFirst = new ArrayList<>(listed.scenarios());
        ownFirst.sort((a, b) -> Boolean.compare(listed.own().contains(b.name()), listed.own().contains(a.name())));
        all.setAll(ownFirst);
        Scenario now = ownFirst.stream().filter(s -> s.name().equals(name)).findFirst().orElse(ownFirst.getFirst());
        // An equal one keeps the result that is shown.
        chosen.set(now.equals(before) ? before : now);
    }

    /** Plays the chosen one, or tells why that cannot be. */
    void play() {
        String obstacle = chosen.get() == null ? "Choose a scenario first." : control.obstacle();
        problem.set(obstacle);
        if (!obstacle.isEmpty() || playing.goesOn()) {
            return;
        }
        Scenario scenario = chosen.get();
        result.set(Optional.empty());
        play.set(Optional.of(new Play(scenario, Optional.empty(), "")));
        control.showConsole();
        playing.begin((told, cancelled) -> control.play(scenario, told, cancelled), (ScenarioResult played) -> {
            if (scenario.equals(chosen.get())) {
                result.set(Optional.of(played));
            }
            play.set(Optional.of(new Play(scenario, Optional.of(played.asExpected()), outcome(played))));
            say.accept(conclusion(played));
        }, why -> {
            problem.set(why);
            play.set(Optional.of(new Play(scenario, Optional.empty(), why)));
            say.accept(why);
        });
    }

    /** Ends the play; what was broken is healed all the same. */
    void cancel() {
        playing.cancel();
    }

    /** "leader-loss came out as expected, in 14.2 s." */
    static String conclusion(ScenarioResult played) {
        return "'" + played.scenario().name() + "' " + came(played);
    }

    /** "It came out as expected, in 14.2 s." */
    private static String outcome(ScenarioResult played) {
        return "It " + came(played);
    }

    private static String came(ScenarioResult played) {
        if (played.asExpected()) {
            return String.format(Locale.ROOT, "came out as expected, in %.1f s.", played.tookMs() / 1000.0);
        }
        return "did not come out as expected: " + played.halves().stream().flatMap(ScenariosViewModel::missed)
                .findFirst().orElse("what the log holds could not be proven") + ".";
    }

    private static Stream<String> missed(Played half) {
        return half.checks().stream().filter(c -> !c.holds()).map(c -> c.expected().id() + " is " + c.found()
                + ", expected " + c.expected().range().words());
    }
}
