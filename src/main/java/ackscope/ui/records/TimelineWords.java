package ackscope.ui.records;

import ackscope.core.event.Attempt;
import ackscope.core.event.BatchLife;
import ackscope.core.send.Outcome;
import ackscope.ui.base.AttemptMeaning;
import ackscope.ui.base.AttemptWords;
import ackscope.ui.base.Figures;
import ackscope.ui.records.RecordStory.Story;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The timeline in words. */
final class TimelineWords {
    private TimelineWords() {
    }

    /** 0.8 ms, 41 ms, 786 ms, 4.08 s, 2 min: as short as the picture's labels must be. */
    static String ms(double ms) {
        if (ms < 10 && ms != Math.rint(ms)) {
            return String.format(Locale.ROOT, "%.1f ms", ms);
        }
        if (ms < 1000) {
            return Math.round(ms) + " ms";
        }
        if (ms < 60_000) {
            return String.format(Locale.ROOT, ms == Math.rint(ms / 1000) * 1000 ? "%.0f s" : "%.2f s", ms / 1000);
        }
        long s = Math.round(ms / 1000);
        return s / 60 + " min" + (s % 60 == 0 ? "" : " " + s % 60 + " s");
    }

    /** Everything that is known of a try, one thing a line. */
    static String of(BatchLife life, int index) {
        Attempt a = life.attempts().get(index);
        String heard = AttemptWords.heard(a);
        return "Try " + a.number() + " of batch " + life.id() + (life.parent() >= 0
                ? ", a part of batch " + life.parent()
                : "")
                + ", " + AttemptWords.records(life)
                + "\nsent to broker " + a.node() + " at " + Figures.clock(a.sentUs() / 1000) + ", request "
                + Figures.count(a.correlationId())
                + (a.endedUs() == 0 ? "" : ", over after " + ms(AttemptWords.ms(a)))
                + "\n" + identity(a) + ", " + Figures.count(a.bytes()) + " bytes" + (life.compression().equals("none")
                        ? ""
                        : ", " + life.compression())
                + (life.transactional() ? ", in a transaction" : "")
                + "\nanswer: " + AttemptWords.answer(a) + (heard.isEmpty() ? "" : "; the client heard: " + heard)
                + (a.fault().isEmpty() ? "" : "\nfault: " + a.fault())
                + "\n" + AttemptMeaning.of(life, index);
    }

    private static String identity(Attempt a) {
        return a.producerId() < 0
                ? "no producer id (idempotence is off)"
                : "producer " + a.producerId() + ", epoch " + a.epoch() + ", sequence " + Figures.count(a.sequence());
    }

    static boolean handedOver(List<BatchLife> lives) {
        return !lives.isEmpty() && lives.getLast().latest().heard() == Attempt.Heard.NOT_DUE;
    }

    /** The story in one or two sentences. */
    static String sentence(Timeline t, Story story) {
        StringBuilder words = new StringBuilder();
        if (t.blockedMs() >= 1) {
            words.append("send() blocked for ").append(ms(t.blockedMs())).append(". ");
        }
        if (!t.begun()) {
            return words.append(story.outcome() == Outcome.OPEN
                    ? "It is in no batch yet."
                    : "It never came into a batch: " + orFailed(story) + ", and the delivery budget never started.")
                    .toString();
        }
        words.append(story.watched() ? tried(t, story.lives()) : "How often it was tried is not seen on this cluster");
        words.append(switch (story.outcome()) {
            case OPEN -> "; no report yet";
            case ACKED -> handedOver(story.lives()) ? "; reported as handed over" : "; acked";
            case FAILED -> "; reported failed with " + orFailed(story);
            case UNREPORTED -> "; the producer ended without a report";
        });
        words.append(". ").append(ms(t.usedMs())).append(" of the delivery budget of ").append(ms(t.budgetMs()))
                .append(" used");
        if (t.live()) {
            words.append(", ").append(ms(t.leftMs())).append(" left");
        }
        return words.append('.').toString();
    }

    private static String orFailed(Story story) {
        return story.error().isEmpty() ? "it failed" : story.error();
    }

    private static String tried(Timeline t, List<BatchLife> lives) {
        List<String> errors = t.tries().stream().map(Timeline.Try::attempt).filter(AttemptWords::failed)
                .map(AttemptWords::failure).distinct().collect(Collectors.toList());
        boolean parts = t.tries().stream().anyMatch(Timeline.Try::firstOfPart);
        return TimelineBuilder.tries(t.tries().size())
                + (errors.isEmpty() ? "" : ", failed: " + String.join(", ", errors))
                + (parts ? ", split into batch " + lives.getLast().id() : "");
    }
}
