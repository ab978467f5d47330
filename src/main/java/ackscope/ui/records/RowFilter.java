package ackscope.ui.records;

import ackscope.core.event.Certainty;
import ackscope.core.event.FlowEdge;
import ackscope.ui.records.RecordsViewModel.Show;
import ackscope.ui.records.ResultRow.State;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which lines are shown. Keeps each line's text in lower case while a text is looked for, so that typing does not build it anew. */
final class RowFilter {
    private static final int MOST = 2 * RecordsViewModel.KEPT;

    private final Map<Line, Text> texts = new HashMap<>();
    private Audited audited = Audited.NOTHING;

    private record Text(ResultRow of, String lower) {
    }

    /**
     * The predicate for the first three, all of which a line must pass.
     *
     * @param now goes before what a line says of the log
     */
    Predicate<Line> of(Show show, String search, Optional<FlowEdge> edge, Audited now) {
        if (!now.equals(audited)) {
            texts.clear();
            audited = now;
        }
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        Predicate<ResultRow> kind = kind(show).and(edge.map(RowFilter::passed).orElse(_ -> true));
        if (wanted.isEmpty()) {
            texts.clear();
            return line -> kind.test(line.row());
        }
        return line -> kind.test(line.row()) && text(line).contains(wanted);
    }

    private String text(Line line) {
        ResultRow row = line.row();
        Text known = texts.get(line);
        if (known == null || !known.of().equals(row)) {
            if (texts.size() >= MOST) {
                texts.clear();
            }
            known = new Text(row, (row.record() + " " + row.place() + " " + row.state().word() + " " + row.words() + " "
                    + audited.words(row)).toLowerCase(Locale.ROOT));
            texts.put(line, known);
        }
        return known.lower();
    }

    private static Predicate<ResultRow> kind(Show show) {
        return switch (show) {
            case ALL -> _ -> true;
            case OPEN -> row -> row.state() == State.OPEN || row.state() == State.RETRYING;
            case FAILED -> row -> row.state() == State.FAILED;
            case MAYBE ->
                row -> row.inLog() == Certainty.MAYBE && row.state() != State.OPEN && row.state() != State.RETRYING;
            case ACKED -> row -> row.state() == State.ACKED;
        };
    }

    private static Predicate<ResultRow> passed(FlowEdge edge) {
        return switch (edge) {
            case ALERT -> _ -> true;
            case SEND -> row -> row.edge() != FlowEdge.NEVER_SENT;
            case FAIL -> row -> row.edge() == FlowEdge.RETRY || row.tries() > 1 || row.edge() == FlowEdge.EXHAUSTED
                    || row.edge() == FlowEdge.NOT_RETRIABLE;
            case RETRY -> row -> row.edge() == FlowEdge.RETRY || row.tries() > 1;
            case ACKNOWLEDGE, EXHAUSTED, NOT_RETRIABLE, NEVER_SENT -> row -> row.edge() == edge;
        };
    }
}
