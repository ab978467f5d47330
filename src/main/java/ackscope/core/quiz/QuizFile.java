package ackscope.core.quiz;

import static ackscope.core.scenario.TeachingFile.filled;
import static ackscope.core.scenario.TeachingFile.said;

import ackscope.core.scenario.Condition;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.TeachingFile;
import ackscope.core.settings.OwnTexts;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads quiz files, version {@value #VERSION}. A question whose answer does not follow from its proof is refused: whenever the scenario
 * comes out as it expects, the measured options that are marked right must hold, and those that are marked wrong must not. Any thread
 * but the FX thread.
 */
public final class QuizFile {
    static final int VERSION = 1;
    private static final OwnTexts OWN = new OwnTexts("quiz");
    private static final int FEWEST_TO_ORDER = 3;

    private final TeachingFile file;

    private record FileForm(int version, String title, List<QuestionForm> questions) {
    }

    private record QuestionForm(String id, String kind, @JsonProperty("question") String words,
            List<OptionForm> options, String explanation, List<String> sources, String proof) {
    }

    private record OptionForm(String text, Boolean right, JsonNode measured) {
    }

    private QuizFile(String source) {
        file = new TeachingFile(source);
    }

    /** The quiz that comes with the app. */
    public static List<QuizTopic> builtIn() {
        List<QuizTopic> topics = OWN.index().stream().map(name -> read(OWN.read(name + ".json"), name + ".json"))
                .toList();
        Set<String> _ = TeachingFile.unique("questions",
                topics.stream().flatMap(t -> t.questions().stream()).map(Question::id));
        return topics;
    }

    /**
     * The questions in a text.
     *
     * @param source what the text came from, for messages
     * @throws IllegalArgumentException in words when it is no quiz
     */
    public static QuizTopic read(String text, String source) {
        return new QuizFile(source).topic(text);
    }

    private QuizTopic topic(String text) {
        FileForm form = file.parse(text, FileForm.class, "is no quiz");
        file.checkVersion(form.version(), VERSION);
        file.check(said(form.title()), "", "has no title");
        file.check(filled(form.questions()), "", "has no questions");
        return new QuizTopic(form.title(), form.questions().stream().map(this::question).toList());
    }

    private Question question(QuestionForm form) {
        file.check(said(form.id()), "", "has a question without an id");
        String id = form.id();
        file.check(said(form.words()) && said(form.explanation()), id, "lacks its question or its explanation");
        file.check(filled(form.sources()), id, "names no source");
        file.check(form.options() != null && form.options().size() > 1, id, "needs two options at least");
        Question.Kind kind = kind(id, form.kind());
        Optional<Scenario> scenario = Optional.ofNullable(form.proof())
                .map(proof -> file.scenario(id, "is proved by", proof));
        List<Question.Option> options = new ArrayList<>();
        for (OptionForm option : form.options()) {
            options.add(option(id, kind, option, scenario));
        }
        Question question = new Question(id, kind, form.words(), options, form.explanation(), form.sources(),
                scenario.map(Scenario::name));
        checkAnswer(question);
        return question;
    }

    private Question.Kind kind(String id, String word) {
        return switch (word == null ? "" : word) {
            case "one" -> Question.Kind.ONE;
            case "several" -> Question.Kind.SEVERAL;
            case "order" -> Question.Kind.ORDER;
            default -> throw file.flaw(id, "is of kind " + word + ", and there are one, several and order");
        };
    }

    private Question.Option option(String id, Question.Kind kind, OptionForm form, Optional<Scenario> scenario) {
        file.check(said(form.text()), id, "has an option without a text");
        file.check((form.right() == null) == (kind == Question.Kind.ORDER), id,
                "must say of each option whether it is right, save where the order is asked for");
        boolean right = form.right() == null || form.right();
        Optional<Condition> measured = Optional.ofNullable(form.measured()).map(json -> {
            Scenario proof = scenario
                    .orElseThrow(() -> file.flaw(id, "has an option that is measured, and no proof that measures it"));
            return file.measured(id, json, proof);
        });
        measured.ifPresent(condition -> file.check(
                condition.settledBy(scenario.orElseThrow()) == (right
                        ? Condition.Settled.TRUE
                        : Condition.Settled.FALSE),
                id, "is not settled by its proof: '" + form.text() + "' is marked " + (right ? "right" : "wrong")
                        + ", and what the scenario expects says otherwise, or nothing"));
        return new Question.Option(form.text(), right, measured);
    }

    private void checkAnswer(Question question) {
        int right = question.answer().size();
        int all = question.options().size();
        switch (question.kind()) {
            case ONE -> file.check(right == 1, question.id(), "has " + right + " right options");
            case SEVERAL -> file.check(right > 0 && right < all, question.id(), "needs right options and wrong ones");
            case ORDER -> file.check(all >= FEWEST_TO_ORDER, question.id(), "has too little to put in order");
        }
        file.check(question.proof().isEmpty()
                || question.options().stream().anyMatch(o -> o.right() && o.measured().isPresent()), question.id(),
                "has a proof that says nothing about a right option");
    }
}
