package ackscope.ui.records;

import ackscope.core.event.Attempt;
import ackscope.core.event.BatchLife;
import ackscope.core.send.Outcome;
import ackscope.ui.base.AttemptMeaning;
import ackscope.ui.base.AttemptWords;
import ackscope.ui.base.Figures;
import ackscope.ui.base.OutcomeMark;
import ackscope.ui.records.RecordStory.Story;
import ackscope.ui.records.Timeline.Block;
import ackscope.ui.records.Timeline.InLog;
import ackscope.ui.records.Timeline.Kind;
import ackscope.ui.records.Timeline.Report;
import ackscope.ui.records.Timeline.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the timeline of a record's story. The budget runs from the batch's creation and not anew after a split
 * ({@code ProducerBatch.split}), and a report may come while a try is still open.
 */
final class TimelineBuilder {
    private static final double[] STEPS = {1, 1.5, 2, 3, 5, 7.5, 10};
    /** The axis is cut when what happened would fill less of it than this. */
    private static final double LEAST_FILLED = 0.2;
    /** Of more tries than these together the ones between are not drawn: without a backoff there may be thousands. */
    private static final int FIRST = 100;
    private static final int LAST = 300;
    private static final double ROOM = 1.3;
    private static final double LEAST_BLOCK_MS = 0.05;

    private final Story story;
    private final long nowMs;
    private final long zeroMs;
    private final boolean begun;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Try> tries = new ArrayList<>();
    private final List<InLog> inLog = new ArrayList<>();
    private double at;

    private TimelineBuilder(Story story, long nowMs) {
        this.story = story;
        this.nowMs = nowMs;
        this.begun = story.batchMs().isPresent();
        this.zeroMs = story.batchMs().orElse(story.sentMs() + story.blockedMs());
    }

    /** @param nowMs ms since the epoch, for a record that has no report yet */
    static Timeline of(Story story, long nowMs) {
        return new TimelineBuilder(story, nowMs).build();
    }

    private Timeline build() {
        boolean live = story.outcome() == Outcome.OPEN;
        double blocked = Math.max(0, story.blockedMs());
        add(Kind.BLOCKED, -blocked, 0, "blocked in send() " + TimelineWords.ms(blocked),
                "send() blocked for " + TimelineWords.ms(blocked)
                        + " (max.block.ms): it waited for metadata, or for room in buffer.memory");
        Optional<Report> report = report();
        double reached = report.map(Report::atMs).orElse(live ? Math.max(0, nowMs - zeroMs) : 0.0);
        if (begun) {
            tries();
            tail(report, reached);
        }
        double last = Math.max(reached, Math.max(at, 0));
        double budget = Math.max(1, story.deliveryTimeoutMs());
        double end = begun ? end(last, budget, live) : Math.max(1, blocked * 0.6);
        double used = begun ? Math.min(budget, reached == 0 ? last : reached) : 0;
        boolean cut = begun && end < budget;
        Timeline silent = new Timeline(blocked, end, cut, budget, begun, blocks, tries, inLog, report, used, live,
                story.tries(), "");
        return new Timeline(blocked, end, cut, budget, begun, blocks, tries, inLog, report, used, live, story.tries(),
                TimelineWords.sentence(silent, story));
    }

    private Optional<Report> report() {
        if (story.reportMs().isEmpty()) {
            return Optional.empty();
        }
        double ms = Math.max(0, story.sentMs() + story.reportMs().getAsInt() - (double) zeroMs);
        return switch (story.outcome()) {
            case OPEN, UNREPORTED -> Optional.empty();
            case ACKED -> Optional.of(new Report(ms, OutcomeMark.Kind.ACKED, "acked",
                    TimelineWords.handedOver(story.lives()) ? "callback: handed over" : "callback: acked"));
            case FAILED -> Optional.of(new Report(ms, OutcomeMark.Kind.FAILED, "failed",
                    (story.thrown() ? "thrown by send(): " : "callback: ")
                            + (story.error().isEmpty() ? "failed" : story.error())));
        };
    }

    private void tries() {
        int all = story.lives().stream().mapToInt(life -> life.attempts().size()).sum();
        int number = 0;
        for (BatchLife life : story.lives()) {
            for (int i = 0; i < life.attempts().size(); i++, number++) {
                if (all <= FIRST + LAST || number < FIRST || number >= all - LAST) {
                    add(life, i, number == all - LAST && all > FIRST + LAST ? all - FIRST - LAST : 0);
                }
            }
        }
    }

    /** @param leftOut tries before it that are not drawn */
    private void add(BatchLife life, int index, int leftOut) {
        Attempt a = life.attempts().get(index);
        double sent = Math.max(0, a.sentUs() / 1000.0 - zeroMs);
        double end = a.endedUs() == 0 ? sent : Math.max(sent, a.endedUs() / 1000.0 - zeroMs);
        Try next = new Try(life, index, sent, end);
        if (leftOut > 0) {
            String words = Figures.count(leftOut) + " tries";
            add(Kind.BACKOFF, at, sent, words, words + " that are not drawn");
        } else {
            gapBefore(sent, next.firstOfPart());
        }
        tries.add(next);
        AttemptMeaning.writtenUnheard(life, index)
                .ifPresent(us -> inLog.add(new InLog(Math.max(sent, us / 1000.0 - zeroMs), "broker " + a.node()
                        + " had it by then: " + AttemptMeaning.of(life, index))));
        at = Math.max(at, sent);
        add(Kind.WAITING, sent, end, "waiting " + TimelineWords.ms(end - sent),
                "try " + a.number() + " waited " + TimelineWords.ms(end - sent) + " for its answer");
    }

    private void gapBefore(double sent, boolean part) {
        String took = TimelineWords.ms(sent - at);
        if (tries.isEmpty()) {
            add(Kind.QUEUED, at, sent, "queue " + took, "in the queue for " + took + " (linger.ms, a full pipeline)");
        } else if (part) {
            add(Kind.QUEUED, at, sent, "split", "split and queued again for " + took);
        } else {
            add(Kind.BACKOFF, at, sent, took, "tried again " + took + " later (retry.backoff.ms, and the queue)");
        }
    }

    /** From the last thing that the wire saw to the report, or to now. */
    private void tail(Optional<Report> report, double reached) {
        String took = TimelineWords.ms(Math.max(0, reached - at));
        if (tries.isEmpty()) {
            if (story.watched()) {
                add(Kind.QUEUED, at, reached, "queue " + took, "in the queue for " + took + ": no try so far");
            } else {
                add(Kind.UNSEEN, at, reached, "tries are not seen here",
                        "this cluster is reached without proxies: when it was tried is not known");
            }
            return;
        }
        Try last = tries.getLast();
        if (last.attempt().open()) {
            add(Kind.WAITING, at, reached, "waiting " + took,
                    "try " + last.attempt().number() + " has waited " + took + " for its answer");
            tries.set(tries.size() - 1,
                    new Try(last.life(), last.index(), last.atMs(), Math.max(last.atMs(), reached)));
        } else if (AttemptWords.failed(last.attempt())) {
            boolean split = AttemptWords.split(story.lives().getLast());
            add(split ? Kind.QUEUED : Kind.BACKOFF, at, reached, took,
                    report.isPresent()
                            ? "waited " + took + " for another try that never came"
                            : "waits for the next try since " + took);
        }
    }

    /** The wire may see a try end after the client gave up on it and sent the next; no two blocks overlap. */
    private void add(Kind kind, double from, double to, String brief, String words) {
        double start = blocks.isEmpty() ? from : Math.max(from, blocks.getLast().toMs());
        if (to - start >= LEAST_BLOCK_MS) {
            blocks.add(new Block(kind, start, to, brief, words));
            at = Math.max(at, to);
        }
    }

    private static double end(double last, double budget, boolean live) {
        double wanted = Math.max(1, last * ROOM);
        if (wanted >= budget * LEAST_FILLED) {
            return Math.max(budget, last);
        }
        return live ? Math.min(budget, round(wanted)) : wanted;
    }

    /** While it goes on the edge moves seldom. */
    private static double round(double ms) {
        double power = Math.pow(10, Math.floor(Math.log10(ms)));
        for (double step : STEPS) {
            if (step * power >= ms) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** A count with its word, for sentences. */
    static String tries(int n) {
        return n == 0 ? "no try" : Figures.counted(n, "try", "tries");
    }
}
