package ackscope.core.quiz;

import java.util.List;

/** Questions that belong together. */
public record QuizTopic(String title, List<Question> questions) {
    public QuizTopic {
        questions = List.copyOf(questions);
    }
}
