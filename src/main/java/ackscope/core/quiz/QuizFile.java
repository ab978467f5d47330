package ackscope.core.quiz;

import ackscope.core.scenario.Condition;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioException;
import ackscope.core.scenario.Scenarios;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads quiz files, version {@value #VERSION}. A question whose answer does not follow from its proof is refused: whenever the scenario
 * comes out as it expects, the measured options that are marked right must hold, and those that are marked wrong must not. Any thread
 * but the FX thread.
 */
public final class QuizFile {
    static final int VERSION = 1;
    private static final String ASSETS = "/assets/quiz/";
    private static final String INDEX = "index.txt";
    private static final int FEWEST_TO_ORDER = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String source;

    private record FileForm(int version, String title, List<QuestionForm> questions) {
    }

    private record QuestionForm(String id, String kind, @JsonProperty("question") String words,
            List<OptionForm> options, String explanation, List<String> sources, String proof) {
    }

    private record OptionForm(String text, Boolean right, JsonNode measured) {
    }

    private QuizFile(String source) {
        this.source = source;
    }

    /** The quiz that comes with the app. */
    public static List<QuizTopic> builtIn() {
        List<QuizTopic> topics = asset(INDEX).lines().map(String::strip).filter(line -> !line.isEmpty())
                .map(name -> read(asset(name + ".json"), name + ".json")).toList();
        Set<String> ids = new HashSet<>();
        topics.stream().flatMap(t -> t.questions().stream()).map(Question::id).filter(id -> !ids.add(id)).findFirst()
                .ifPresent(id -> {
                    throw new IllegalArgumentException("two questions are called '" + id + "'");
                });
        return topics;
    }

    private static String asset(String file) {
        try (InputStream in = QuizFile.class.getResourceAsStream(ASSETS + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the app's own quiz cannot be read: " + file, e);
        }
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
        FileForm file;
        try {
            file = JSON.readValue(text, FileForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(source + " is no quiz: " + e.getOriginalMessage(), e);
        }
        check(file.version() == VERSION, "", "is version " + file.version() + " of the format, not " + VERSION);
        check(said(file.title()), "", "has no title");
        check(file.questions() != null && !file.questions().isEmpty(), "", "has no questions");
        return new QuizTopic(file.title(), file.questions().stream().map(this::question).toList());
    }

    private Question question(QuestionForm form) {
        check(said(form.id()), "", "has a question without an id");
        String id = form.id();
        check(said(form.words()) && said(form.explanation()), id, "lacks its question or its explanation");
        check(form.sources() != null && !form.sources().isEmpty(), id, "names no source");
        check(form.options() != null && form.options().size() > 1, id, "needs two options at least");
        Question.Kind kind = kind(id, form.kind());
        Optional<Scenario> scenario = scenario(id, form.proof());
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
            default -> throw flaw(id, "is of kind " + word + ", and there are one, several and order");
        };
    }

    private Optional<Scenario> scenario(String id, String proof) {
        if (proof == null) {
            return Optional.empty();
        }
        check(Scenarios.names().contains(proof), id, "is proved by '" + proof + "', and there is no such scenario");
        return Optional.of(Scenarios.builtIn(proof));
    }

    private Question.Option option(String id, Question.Kind kind, OptionForm form, Optional<Scenario> scenario) {
        check(said(form.text()), id, "has an option without a text");
        check((form.right() == null) == (kind == Question.Kind.ORDER), id,
                "must say of each option whether it is right, save where the order is asked for");
        boolean right = form.right() == null || form.right();
        Optional<Condition> measured = Optional.ofNullable(form.measured()).map(json -> {
            Scenario proof = scenario
                    .orElseThrow(() -> flaw(id, "has an option that is measured, and no proof that measures it"));
            try {
                return Condition.read(json.toString(), proof);
            } catch (ScenarioException e) {
                throw flaw(id, e.getMessage());
            }
        });
        measured.ifPresent(condition -> check(
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
            case ONE -> check(right == 1, question.id(), "has " + right + " right options");
            case SEVERAL -> check(right > 0 && right < all, question.id(), "needs right options and wrong ones");
            case ORDER -> check(all >= FEWEST_TO_ORDER, question.id(), "has too little to put in order");
        }
        check(question.proof().isEmpty()
                || question.options().stream().anyMatch(o -> o.right() && o.measured().isPresent()), question.id(),
                "has a proof that says nothing about a right option");
    }

    private static boolean said(String text) {
        return text != null && !text.isBlank();
    }

    private void check(boolean ok, String id, String words) {
        if (!ok) {
            throw flaw(id, words);
        }
    }

    private IllegalArgumentException flaw(String id, String words) {
        return new IllegalArgumentException(source + (id.isEmpty() ? " " : ": '" + id + "' ") + words + ".");
    }
}
