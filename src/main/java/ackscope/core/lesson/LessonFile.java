package ackscope.core.lesson;

import static ackscope.core.scenario.TeachingFile.filled;
import static ackscope.core.scenario.TeachingFile.said;

import ackscope.core.scenario.Condition;
import ackscope.core.scenario.Expectation;
import ackscope.core.scenario.Quantity;
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
 * Reads lesson files, version {@value #VERSION}; a file is a track. A choice is refused unless exactly one of its options holds, and no
 * other can, whenever the scenario comes out as it expects. Any thread but the FX thread.
 */
public final class LessonFile {
    static final int VERSION = 1;
    private static final OwnTexts OWN = new OwnTexts("lessons");

    private final TeachingFile file;

    private record FileForm(int version, String track, String words, List<LessonForm> lessons) {
    }

    private record LessonForm(String id, String title, String question, String scenario,
            List<PredictionForm> predictions, String watch, String why, List<String> sources, String production,
            List<String> set, String next) {
    }

    private record PredictionForm(@JsonProperty("question") String words, List<OptionForm> choices,
            NumberForm number) {
    }

    private record OptionForm(String text, JsonNode measured) {
    }

    private record NumberForm(String half, String of, String unit, Long close, Long most, PlannedForm planned) {
    }

    private record PlannedForm(Long atLeast, Long atMost) {
    }

    private LessonFile(String source) {
        file = new TeachingFile(source);
    }

    /** The lessons that come with the app. */
    public static List<LessonTrack> builtIn() {
        List<LessonTrack> tracks = OWN.index().stream().map(name -> read(OWN.read(name + ".json"), name + ".json"))
                .toList();
        Set<String> ids = TeachingFile.unique("lessons", all(tracks).stream().map(Lesson::id));
        for (Lesson lesson : all(tracks)) {
            lesson.next().filter(id -> !ids.contains(id)).ifPresent(id -> {
                throw new IllegalArgumentException("after '" + lesson.id() + "' comes '" + id
                        + "', and there is no such lesson");
            });
        }
        return tracks;
    }

    private static List<Lesson> all(List<LessonTrack> tracks) {
        return tracks.stream().flatMap(t -> t.lessons().stream()).toList();
    }

    /**
     * The track in a text.
     *
     * @param source what the text came from, for messages
     * @throws IllegalArgumentException in words when it is none
     */
    public static LessonTrack read(String text, String source) {
        return new LessonFile(source).track(text);
    }

    private LessonTrack track(String text) {
        FileForm form = file.parse(text, FileForm.class, "holds no lessons");
        file.checkVersion(form.version(), VERSION);
        file.check(said(form.track()) && said(form.words()), "", "lacks the name of its track or words about it");
        file.check(filled(form.lessons()), "", "has no lessons");
        return new LessonTrack(form.track(), form.words(), form.lessons().stream().map(this::lesson).toList());
    }

    private Lesson lesson(LessonForm form) {
        file.check(said(form.id()), "", "has a lesson without an id");
        String id = form.id();
        file.check(said(form.title()) && said(form.question()), id, "lacks its title or its question");
        file.check(said(form.watch()), id, "does not say where to look");
        file.check(said(form.why()) && said(form.production()), id,
                "lacks why it comes out so, or what to do in production");
        file.check(filled(form.sources()), id, "names no source");
        file.check(filled(form.predictions()), id, "asks for no prediction");
        Scenario scenario = file.scenario(id, "plays", form.scenario());
        List<Prediction> predictions = new ArrayList<>();
        form.predictions().forEach(p -> predictions.add(prediction(id, p, scenario)));
        return new Lesson(id, form.title(), form.question(), scenario, predictions, form.watch(), form.why(),
                form.sources(), form.production(), form.set() == null ? List.of() : form.set(),
                Optional.ofNullable(form.next()));
    }

    private Prediction prediction(String id, PredictionForm form, Scenario scenario) {
        file.check(said(form.words()), id, "has a prediction without a question");
        file.check((form.choices() == null) != (form.number() == null), id,
                "asks '" + form.words() + "' for either choices or a number, and for one of them only");
        return form.number() == null
                ? choice(id, form.words(), form.choices(), scenario)
                : guess(id, form.words(), form.number(), scenario);
    }

    private Prediction choice(String id, String words, List<OptionForm> forms, Scenario scenario) {
        file.check(forms.size() > 1, id, "needs two choices at least for '" + words + "'");
        List<Prediction.Option> options = forms.stream().map(form -> option(id, form, scenario)).toList();
        long right = options.stream().filter(o -> o.measured().settledBy(scenario) == Condition.Settled.TRUE).count();
        file.check(right == 1, id, "asks '" + words + "', and what the scenario expects makes " + right
                + " of the choices true, not one");
        options.stream().filter(o -> o.measured().settledBy(scenario) == Condition.Settled.OPEN).findFirst()
                .ifPresent(o -> {
                    throw file.flaw(id, "has the choice '" + o.words()
                            + "', of which what the scenario expects does not tell whether it is true");
                });
        return new Prediction.Choice(words, options);
    }

    private Prediction.Option option(String id, OptionForm form, Scenario scenario) {
        file.check(said(form.text()), id, "has a choice without a text");
        file.check(form.measured() != null, id,
                "does not say what must be measured for '" + form.text() + "' to be true");
        return new Prediction.Option(form.text(), file.measured(id, form.measured(), scenario));
    }

    private Prediction guess(String id, String words, NumberForm form, Scenario scenario) {
        boolean second = "second".equals(form.half());
        file.check(second || form.half() == null || form.half().equals("first"), id,
                "measures the half '" + form.half() + "', and there are first and second");
        file.check(!second || scenario.twins(), id,
                "measures the second half, and '" + scenario.name() + "' has one half");
        file.check(said(form.of()) && said(form.unit()), id, "does not say which number it asks for, or in which unit");
        int dot = form.of().indexOf('.');
        String name = dot < 0 ? "" : form.of().substring(dot + 1);
        Quantity quantity = Quantity.named(dot < 0 ? form.of() : form.of().substring(0, dot))
                .orElseThrow(() -> file.flaw(id, "asks for '" + form.of() + "', and nothing of that name is measured"));
        file.check(quantity.byName() == !name.isEmpty(), id, "asks for '" + form.of()
                + (quantity.byName() ? "' without the name of an error" : "', which is not counted by name"));
        file.check(form.close() != null && form.close() >= 0 && form.most() != null && form.most() > form.close(), id,
                "does not say how close a guess must be, and the most that makes sense");
        return new Prediction.Guess(words, new Expectation(quantity, name, new Expectation.Range(0, Long.MAX_VALUE)),
                second, form.unit(), form.close(), form.most(),
                planned(id, form, second ? scenario.expectedOfTwin() : scenario.expected()));
    }

    /** What the scenario expects, where that has both ends; else the lesson must say it. */
    private Expectation.Range planned(String id, NumberForm form, List<Expectation> expected) {
        Optional<Expectation.Range> known = expected.stream().filter(e -> e.id().equals(form.of()))
                .map(Expectation::range).filter(range -> range.most() < Long.MAX_VALUE).findFirst();
        PlannedForm planned = form.planned();
        file.check(planned != null || known.isPresent(), id, "asks for '" + form.of()
                + "', and neither it nor its scenario says between which numbers that is planned to be");
        if (planned == null) {
            return known.orElseThrow();
        }
        file.check(planned.atLeast() != null && planned.atMost() != null && planned.atLeast() <= planned.atMost(), id,
                "plans '" + form.of() + "' without both of atLeast and atMost, in this order");
        return new Expectation.Range(planned.atLeast(), planned.atMost());
    }
}
