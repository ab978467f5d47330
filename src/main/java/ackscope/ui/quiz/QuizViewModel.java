package ackscope.ui.quiz;

import ackscope.core.quiz.Proof;
import ackscope.core.quiz.Question;
import ackscope.core.quiz.QuizScores;
import ackscope.core.quiz.QuizTopic;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.ui.base.Away;
import ackscope.ui.base.Background;
import ackscope.ui.base.Failures;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Playing;
import ackscope.ui.base.Receiver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The question at hand, what is answered to it, and the play that proves it. FX thread. */
public final class QuizViewModel implements Receiver {
    private final QuizControl control;
    private final Background background;
    private final Consumer<String> say;
    private final Random chance;
    private final ReadOnlyObjectWrapper<List<Standing>> topics = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Playing playing;
    private Optional<Question> proving = Optional.empty();
    /** Was over while another question was at hand. */
    private Optional<Proof> missed = Optional.empty();

    /** A topic and how many of its questions were answered rightly, and how many wrongly, the last time. */
    record Standing(QuizTopic topic, int right, int wrong) {
        String words() {
            return right + " of " + topic.questions().size();
        }
    }

    /**
     * A question that is asked.
     *
     * @param number  of the question in its topic, from 0
     * @param order   indices of the options as they are shown; of a question for an order also the answer
     * @param chosen  indices of the options that are chosen
     * @param checked whether it is answered
     * @param proof   what a play showed
     */
    record Asked(QuizTopic topic, int number, List<Integer> order, List<Integer> chosen, boolean checked,
            Optional<Proof> proof) {
        Question question() {
            return topic.questions().get(number);
        }

        private Asked with(List<Integer> newOrder, List<Integer> newChosen) {
            return new Asked(topic, number, List.copyOf(newOrder), List.copyOf(newChosen), false, proof);
        }

        private Asked answered() {
            return new Asked(topic, number, order, chosen, true, proof);
        }

        private Asked proved(Proof by) {
            return new Asked(topic, number, order, chosen, checked, Optional.of(by));
        }

        private List<Integer> answer() {
            return question().kind() == Question.Kind.ORDER ? order : chosen;
        }

        /** Whether nothing differs but what is chosen. */
        boolean looksLike(Asked other) {
            return question().equals(other.question()) && order.equals(other.order) && checked == other.checked
                    && proof.equals(other.proof) && !(chosen.isEmpty() && !other.chosen.isEmpty());
        }

        boolean right() {
            return question().isRight(answer());
        }

        boolean last() {
            return number == topic.questions().size() - 1;
        }

        /** Why it cannot be checked yet, or "". */
        String lacking() {
            return switch (question().kind()) {
                case ONE -> chosen.isEmpty() ? "Choose one." : "";
                case SEVERAL -> chosen.isEmpty() ? "Choose one or more." : "";
                case ORDER -> "";
            };
        }
    }

    /**
     * @param say    shows a sentence to the person
     * @param chance the options are shuffled by
     */
    public QuizViewModel(QuizControl control, Background background, Consumer<String> say, Random chance) {
        this.control = control;
        this.background = background;
        this.say = say;
        playing = new Playing(background, "The proof");
        this.chance = chance;
        background.run(() -> {
            control.scores().load();
            return standings();
        }, all -> {
            topics.set(all);
            open(all.getFirst().topic());
        }, e -> say.accept(Failures.words(e)));
    }

    private List<Standing> standings() {
        QuizScores scores = control.scores();
        return control.topics().stream().map(t -> new Standing(t, scores.right(t), scores.wrong(t))).toList();
    }

    ReadOnlyObjectProperty<List<Standing>> topicsProperty() {
        return topics.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** How a question was answered the last time, in words; "" if it never was. */
    String lastTime(Question question) {
        return control.scores().of(question).map(s -> s.right() ? "right the last time" : "not right the last time")
                .orElse("");
    }

    /** Whether nothing can be proved for another cluster is in use. */
    Away away() {
        return control.away();
    }

    /** Whether what is being played proves another question than this. */
    boolean provesAnother(Question question) {
        return playing.goesOn() && !proving.equals(Optional.of(question));
    }

    /** The proof that is being played. */
    ReadOnlyObjectProperty<Optional<ScenarioProgress>> progressProperty() {
        return playing.progressProperty();
    }

    @Override
    public void receive(FeedBatch batch) {
        playing.receive(batch);
    }

    /** Opens a topic at its first question that was not answered rightly yet, or its first. */
    void open(QuizTopic topic) {
        int first = IntStream.range(0, topic.questions().size())
                .filter(i -> !control.scores().of(topic.questions().get(i)).map(QuizScores.Score::right).orElse(false))
                .findFirst().orElse(0);
        ask(topic, first);
    }

    private void ask(QuizTopic topic, int number) {
        Question question = topic.questions().get(number);
        List<Integer> order = new ArrayList<>(IntStream.range(0, question.options().size()).boxed().toList());
        do {
            Collections.shuffle(order, chance);
            // To be shown the right order and asked for it is no question.
        } while (question.kind() == Question.Kind.ORDER && question.isRight(order));
        Optional<Proof> proof = missed.filter(m -> m.question().equals(question));
        if (proof.isPresent()) {
            missed = Optional.empty();
        }
        asked.set(Optional.of(new Asked(topic, number, List.copyOf(order), List.of(), false, proof)));
    }

    /** The next question of the topic, after the last one the first. */
    void next() {
        step(1);
    }

    /** The question before. */
    void previous() {
        step(-1);
    }

    private void step(int by) {
        asked.get().ifPresent(now -> ask(now.topic(), Math.floorMod(now.number() + by,
                now.topic().questions().size())));
    }

    /** The same question again, with nothing answered. */
    void again() {
        step(0);
    }

    /** Chooses an option or takes it back; where one is right, it replaces the other. */
    void choose(int option, boolean chosen) {
        Asked now = asked.get().orElseThrow();
        List<Integer> all = new ArrayList<>(now.question().kind() == Question.Kind.ONE ? List.of() : now.chosen());
        all.remove(Integer.valueOf(option));
        if (chosen) {
            all.add(option);
        }
        change(now, now.order(), all);
    }

    /** Moves an option up or down, if there is room. */
    void move(int option, int by) {
        Asked now = asked.get().orElseThrow();
        List<Integer> order = new ArrayList<>(now.order());
        int at = order.indexOf(option);
        if (at + by >= 0 && at + by < order.size()) {
            Collections.swap(order, at, at + by);
            change(now, order, now.chosen());
        }
    }

    private void change(Asked now, List<Integer> order, List<Integer> chosen) {
        if (!now.checked()) {
            asked.set(Optional.of(now.with(order, chosen)));
        }
    }

    /** Takes what is chosen for the answer. */
    void check() {
        Asked now = asked.get().orElseThrow();
        if (now.checked() || !now.lacking().isEmpty()) {
            return;
        }
        asked.set(Optional.of(now.answered()));
        boolean right = now.right();
        long at = System.currentTimeMillis();
        background.run(() -> {
            control.scores().answered(now.question(), right, at);
            return standings();
        }, topics::set, e -> say.accept(Failures.words(e)));
    }

    /** Forgets all answers, and begins with the first topic. */
    void forget() {
        background.run(() -> {
            control.scores().clear();
            return standings();
        }, all -> {
            topics.set(all);
            open(all.getFirst().topic());
        }, e -> say.accept(Failures.words(e)));
    }

    /** Plays what settles the question; says why when it cannot. */
    void prove() {
        Question question = asked.get().orElseThrow().question();
        String obstacle = playing.goesOn()
                ? "A proof is being played. Wait for it, or cancel it."
                : control.obstacle();
        if (!obstacle.isEmpty()) {
            say.accept(obstacle);
            return;
        }
        proving = Optional.of(question);
        String scenario = question.proof().orElseThrow();
        playing.begin((told, cancelled) -> new Proof(question, control.play(scenario, told, cancelled)), this::proved,
                say);
    }

    /** It belongs to the question that it was played for, if that is still the one at hand. */
    private void proved(Proof proof) {
        asked.get().filter(now -> now.question().equals(proof.question())).ifPresentOrElse(
                now -> asked.set(Optional.of(now.proved(proof))), () -> {
                    missed = Optional.of(proof);
                    say.accept("The proof of \"" + proof.question().words() + "\" is over; it is shown there.");
                });
    }

    /** Ends the proof after what is at hand; what was broken is healed all the same. */
    void cancelProof() {
        playing.cancel();
    }
}
