package ackscope.core.lesson;

import java.util.List;

/**
 * Lessons that belong together, in the order to take them.
 *
 * @param words what they are about, in a sentence
 */
public record LessonTrack(String title, String words, List<Lesson> lessons) {
    public LessonTrack {
        lessons = List.copyOf(lessons);
    }
}
