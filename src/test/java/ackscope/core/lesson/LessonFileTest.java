package ackscope.core.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.scenario.MadeUpPlays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonFileTest {
    private static final String WHOLE = """
            {"version": 1, "track": "Loss", "words": "What is lost.", "lessons": [{"id": "loss", "title": "Loss",
              "question": "A leader dies.", "scenario": "leader-loss", "predictions": [
                {"question": "How many?", "choices": [
                  {"text": "None", "measured": {"first": {"lost": 0}}},
                  {"text": "All", "measured": {"first": {"lost": 50}}}]},
                {"question": "And then?", "number": {"half": "second", "of": "delivered", "unit": "records",
                  "close": 5, "most": 50}}],
              "watch": "The broker.", "why": "Because.", "sources": ["KIP-98"], "production": "acks=all"}]}""";

    private static final List<LessonTrack> TRACKS = LessonFile.builtIn();

    @Test
    void everyTrackHasTwoLessonsAtLeastAndEveryLessonLoads() {
        assertEquals(8, TRACKS.size());
        TRACKS.forEach(t -> assertTrue(t.lessons().size() >= 2, t.title()));
        assertTrue(TRACKS.stream().mapToInt(t -> t.lessons().size()).sum() >= 16);
    }

    @Test
    void aPlayThatComesOutAsItsScenarioExpectsSettlesEveryChoice() {
        TRACKS.stream().flatMap(t -> t.lessons().stream()).forEach(lesson -> lesson.predictions().stream()
                .filter(Prediction.Choice.class::isInstance).map(Prediction.Choice.class::cast)
                .forEach(choice -> assertTrue(
                        choice.settled(MadeUpPlays.asExpected(lesson.scenario())).isPresent(),
                        lesson.id() + ": " + choice.words())));
    }

    @Test
    void theTruthOfANumberThatIsATimeIsNearTheMiddleOfWhatIsPlanned() {
        TRACKS.stream().flatMap(t -> t.lessons().stream()).flatMap(l -> l.predictions().stream())
                .filter(Prediction.Guess.class::isInstance).map(Prediction.Guess.class::cast)
                .filter(g -> g.of().quantity().time()).forEach(guess -> {
                    long middle = (guess.planned().least() + guess.planned().most()) / 2;
                    assertTrue(guess.planned().most() - middle <= guess.near(), guess.words());
                });
    }

    @Test
    void aLineToSetSaysWhetherItIsTheDefault() {
        Map<String, Object> defaults = ProducerConfig.configDef().defaultValues();
        TRACKS.stream().flatMap(t -> t.lessons().stream()).forEach(lesson -> lesson.set().stream()
                .filter(line -> !line.startsWith("#")).forEach(line -> {
                    String[] parts = line.split("    # ", 2);
                    String key = parts[0].substring(0, parts[0].indexOf('='));
                    String value = parts[0].substring(key.length() + 1);
                    boolean same = defaults.containsKey(key) && value.equals(String.valueOf(defaults.get(key)));
                    assertEquals(same, line.endsWith("# the default"), lesson.id() + ": " + line);
                }));
    }

    @Test
    void noPredictionOffersTheSameTwiceAndTheRightOneIsNotAlwaysInOnePlace() {
        HashSet<OptionalInt> places = new HashSet<>();
        TRACKS.stream().flatMap(t -> t.lessons().stream()).forEach(lesson -> lesson.predictions().stream()
                .filter(Prediction.Choice.class::isInstance).map(Prediction.Choice.class::cast).forEach(choice -> {
                    assertEquals(choice.options().size(), new HashSet<>(
                            choice.options().stream().map(Prediction.Option::words).toList()).size(), lesson.id());
                    places.add(choice.settled(MadeUpPlays.asExpected(lesson.scenario())));
                }));
        assertEquals(3, places.size());
    }

    @Test
    void aChoiceAndANumberAreRead() {
        Lesson lesson = LessonFile.read(WHOLE, "l.json").lessons().getFirst();
        assertEquals(2, lesson.predictions().size());
        Prediction.Guess guess = (Prediction.Guess) lesson.predictions().getLast();
        assertTrue(guess.second());
        assertEquals(50, guess.found(MadeUpPlays.asExpected(lesson.scenario())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "version": 1 | "version": 2 | is version 2 of the format, not 1
            "track": "Loss" | "track": "" | lacks the name of its track
            "track": "Loss" | "trak": "Loss" | Unrecognized field "trak"
            "id": "loss" | "id": "" | a lesson without an id
            "title": "Loss" | "title": " " | lacks its title
            "watch": "The broker." | "watch": "" | does not say where to look
            "why": "Because." | "why": "" | lacks why it comes out so
            ["KIP-98"] | [] | names no source
            "scenario": "leader-loss" | "scenario": "leader-los" | there is no such scenario
            "scenario": "leader-loss" | "scenario": "leader-loss-acks-0" | has one half
            "question": "How many?" | "question": "" | a prediction without a question
            "text": "All" | "text": "" | a choice without a text
            "first": {"lost": 0} | "first": {"losst": 0} | Did you mean 'lost'?
            "first": {"lost": 0} | "first": {"retries": 0} | does not tell whether it is true
            "first": {"lost": 50} | "first": {"lost": 49} | makes 0 of the choices true
            "first": {"lost": 0} | "first": {"acked": 50} | makes 2 of the choices true
            "half": "second" | "half": "third" | there are first and second
            "of": "delivered" | "of": "deliverd" | nothing of that name is measured
            "of": "delivered" | "of": "exceptions" | without the name of an error
            "of": "delivered" | "of": "delivered.x" | which is not counted by name
            "close": 5 | "close": 60 | how close a guess must be
            "of": "delivered" | "of": "tookMs" | neither it nor its scenario says
            "close": 5 | "planned": {"atLeast": 5}, "close": 5 | without both of atLeast and atMost
            "close": 5 | "planned": {"atLeast": 5, "atMost": 4}, "close": 5 | without both of atLeast and atMost
            "number": { | "choices": [], "number": { | for one of them only
            """)
    void whatIsNoLessonIsRefusedInWords(String was, String is, String said) {
        assertTrue(WHOLE.contains(was), was);
        String text = WHOLE.replace(was, is);
        String message = assertThrows(IllegalArgumentException.class, () -> LessonFile.read(text, "l.json"))
                .getMessage();
        assertTrue(message.contains(said), message);
    }
}
