package ackscope.core.lesson;

import ackscope.core.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * A lesson. Plain data; what is right is nowhere in it, for that is measured.
 *
 * @param id          names it for good, also when its words change
 * @param question    the situation, and what one is to think about
 * @param scenario    what is played
 * @param predictions what is asked before the play, at least one
 * @param watch       where to look in the panels while it is played
 * @param why         why it comes out so
 * @param sources     where that can be read: classes, settings, metrics, KIPs
 * @param production  what to do in production
 * @param set         settings to use there, as lines of properties; may be empty
 * @param next        id of the lesson to try next
 */
public record Lesson(String id, String title, String question, Scenario scenario, List<Prediction> predictions,
        String watch, String why, List<String> sources, String production, List<String> set, Optional<String> next) {
    public Lesson {
        predictions = List.copyOf(predictions);
        sources = List.copyOf(sources);
        set = List.copyOf(set);
    }
}
