package ackscope.ui.attempts;

import ackscope.core.event.Attempt;
import ackscope.core.event.BatchLife;
import ackscope.ui.base.AttemptMeaning;
import ackscope.ui.base.AttemptWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A batch in the table: its latest snapshot, and the lines made of it when somebody looks. Lines keep their identity while what they show
 * changes. FX thread.
 */
final class Entry {
    /** Of more tries than these together those between are one line, so that a batch without a backoff does not fill the table. */
    private static final int FIRST = 4;
    private static final int LAST = 8;

    private final List<Line> tries = new ArrayList<>();
    private final Line head;
    private BatchLife life;
    private boolean stale = true;
    private String text = "";

    Entry(BatchLife life) {
        this.life = life;
        head = new Line(life.id(), Line.HEAD, new Content.Head(life));
    }

    BatchLife life() {
        return life;
    }

    void take(BatchLife now) {
        life = now;
        stale = true;
    }

    Line head() {
        refresh();
        return head;
    }

    /** The tries, oldest first, those in the middle of very many left out. */
    List<Line> tries() {
        refresh();
        return tries;
    }

    /** Everything that can be read of it, in lower case. */
    String text() {
        refresh();
        if (text.isEmpty()) {
            StringBuilder words = new StringBuilder("batch ").append(life.id()).append(' ').append(life.topic())
                    .append('-').append(life.partition()).append(' ').append(AttemptWords.records(life)).append(' ')
                    .append(AttemptWords.summary(life)).append(' ').append(life.clientId());
            for (Line line : tries) {
                if (line.content() instanceof Content.Try t) {
                    Attempt a = t.attempt();
                    words.append(" broker ").append(a.node()).append(' ').append(AttemptWords.answer(a)).append(' ')
                            .append(AttemptWords.heard(a)).append(' ').append(a.fault()).append(' ')
                            .append(a.correlationId()).append(' ').append(AttemptMeaning.of(life, t.index()));
                }
            }
            text = words.toString().toLowerCase(Locale.ROOT);
        }
        return text;
    }

    private void refresh() {
        if (!stale) {
            return;
        }
        stale = false;
        text = "";
        head.show(new Content.Head(life));
        int all = life.attempts().size();
        boolean cut = all > FIRST + LAST + 1;
        int at = 0;
        for (int i = 0; i < all; i++) {
            if (!cut || i < FIRST || i >= all - LAST) {
                put(at++, i + 1, new Content.Try(life, i));
            } else if (i == FIRST) {
                put(at++, Line.GAP, new Content.Gap(life, FIRST + 1, all - LAST));
            }
        }
        while (tries.size() > at) {
            tries.removeLast();
        }
    }

    private void put(int place, int number, Content content) {
        if (place < tries.size() && tries.get(place).number() == number) {
            tries.get(place).show(content);
        } else if (place < tries.size()) {
            tries.set(place, new Line(life.id(), number, content));
        } else {
            tries.add(new Line(life.id(), number, content));
        }
    }
}
