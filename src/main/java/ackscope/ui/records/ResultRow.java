package ackscope.ui.records;

import ackscope.core.event.Certainty;
import ackscope.core.event.FlowEdge;
import ackscope.ui.base.Figures;
import ackscope.ui.base.OutcomeMark;

/**
 * One row of the result table: a record, or many with the same fate.
 *
 * @param atMs      when the last thing happened to it, ms since the epoch
 * @param run       its run
 * @param first     number of the record, or the first one; -1 where they are only counted
 * @param last      number of the last one; equals {@code first} when {@code count} is 1
 * @param count     how many records
 * @param partition -1 while unknown, or when there are several
 * @param offset    -1 for none
 * @param tries     attempts known so far, 0 if it certainly never left, -1 where nobody tells
 * @param ms        from {@code send()} to the report, -1 while there is none
 * @param edge      the last edge of the failure-flow diagram that it took
 * @param words     what happened
 */
public record ResultRow(long atMs, int run, long first, long last, long count, String topic, int partition, long offset,
        int tries, int ms,
        State state, FlowEdge edge, Certainty inLog, String reason, String words) {

    /** What the producer reported, in the words of the table. */
    public enum State {
        OPEN("In flight", OutcomeMark.Kind.WAITING), RETRYING("Retrying", OutcomeMark.Kind.RETRYING), ACKED("Acked",
                OutcomeMark.Kind.ACKED), FAILED("Failed",
                        OutcomeMark.Kind.FAILED), UNREPORTED("No report", OutcomeMark.Kind.UNKNOWN);

        private final String word;
        private final OutcomeMark.Kind mark;

        State(String word, OutcomeMark.Kind mark) {
            this.word = word;
            this.mark = mark;
        }

        public String word() {
            return word;
        }

        public OutcomeMark.Kind mark() {
            return mark;
        }
    }

    /** The same with what the wire saw. */
    ResultRow tried(int onPartition, int times) {
        return new ResultRow(atMs, run, first, last, count, topic, onPartition, offset, times, ms, state, edge, inLog,
                reason, words);
    }

    /** Whether it is one record, so that its way can be told. */
    boolean single() {
        return count == 1 && first >= 0;
    }

    /** Whether it is one record that can be read back. */
    public boolean stored() {
        return count == 1 && state == State.ACKED && offset >= 0;
    }

    /** "#5" or "× 1,166". */
    public String record() {
        return count == 1 && first >= 0 ? "#" + Figures.count(first) : "× " + Figures.count(count);
    }

    /** "orders-7", or only the topic. */
    public String place() {
        return partition < 0 ? topic : topic + "-" + partition;
    }

    /** "told so, at 319": the broker's word when it answered, which a leader loss can undo; "no: it never left the client", "maybe: ..". */
    public String inLogWords() {
        return switch (inLog) {
            case YES ->
                offset >= 0 ? "told so, at " + Figures.count(offset) : reason.isEmpty() ? "yes" : "yes: " + reason;
            case NO -> "no: " + reason;
            case MAYBE -> "maybe: " + reason;
        };
    }
}
