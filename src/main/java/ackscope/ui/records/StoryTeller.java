package ackscope.ui.records;

import ackscope.core.event.RecordId;
import ackscope.core.send.Outcome;
import ackscope.ui.base.Background;
import ackscope.ui.records.RecordStory.Story;
import ackscope.ui.records.ResultRow.State;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the timeline of the chosen record up to date: asks for its story while it is open, a few times more after its report (the wire's
 * news may come later), one question at a time, and lets the budget burn down between the answers. FX thread.
 */
final class StoryTeller {
    private static final Logger LOG = LoggerFactory.getLogger(StoryTeller.class);
    private static final int TICKS_BETWEEN = 2;
    private static final int AFTER_REPORT = 4;

    private final RecordStory source;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Timeline>> timeline = new ReadOnlyObjectWrapper<>(this, "timeline",
            Optional.empty());
    private Optional<ResultRow> chosen = Optional.empty();
    private Optional<Story> story = Optional.empty();
    private boolean asking;
    private int ticks;
    private int left;

    StoryTeller(RecordStory source, Background background) {
        this.source = source;
        this.background = background;
    }

    /** Of the chosen record; empty while none is chosen or nothing is known of it. */
    ReadOnlyObjectProperty<Optional<Timeline>> timelineProperty() {
        return timeline.getReadOnlyProperty();
    }

    /** Another row is chosen, or the chosen one shows something else now. */
    void choose(Optional<ResultRow> row, long nowMs) {
        Optional<ResultRow> next = row.filter(ResultRow::single);
        boolean same = sameRecord(next, chosen);
        boolean news = !same || !next.map(ResultRow::state).equals(chosen.map(ResultRow::state));
        chosen = next;
        if (!same) {
            story = Optional.empty();
            timeline.set(Optional.empty());
        }
        if (news && chosen.isPresent()) {
            left = AFTER_REPORT;
            ask(nowMs);
        }
    }

    private static boolean sameRecord(Optional<ResultRow> a, Optional<ResultRow> b) {
        return a.map(r -> r.run() + "#" + r.first()).equals(b.map(r -> r.run() + "#" + r.first()));
    }

    /** One tick of the feed. */
    void tick(long nowMs) {
        if (chosen.isEmpty()) {
            return;
        }
        if (story.filter(s -> s.outcome() == Outcome.OPEN).isPresent()) {
            show(nowMs);
        }
        if (++ticks % TICKS_BETWEEN == 0 && left > 0) {
            ask(nowMs);
        }
    }

    private void ask(long nowMs) {
        if (asking) {
            return;
        }
        ResultRow about = chosen.orElseThrow();
        asking = true;
        boolean open = about.state() == State.OPEN || about.state() == State.RETRYING;
        left = open ? AFTER_REPORT : left - 1;
        background.run(() -> source.story(new RecordId(about.run(), about.first(), 0), about.topic(),
                about.partition()), answer -> {
                    asking = false;
                    if (sameRecord(Optional.of(about), chosen)) {
                        story = answer;
                        show(nowMs);
                    } else if (chosen.isPresent()) {
                        ask(nowMs);
                    }
                }, e -> {
                    asking = false;
                    left = 0;
                    LOG.warn("the story of record {} of run {} could not be told", about.first(), about.run(), e);
                });
    }

    private void show(long nowMs) {
        timeline.set(story.map(s -> TimelineBuilder.of(s, nowMs)));
    }
}
