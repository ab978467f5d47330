package ackscope.core.event;

/**
 * Names one record of one run. A replay or resend keeps the number and raises {@code resend}.
 *
 * @param run    the run, by a number that no other run has; the one that people are shown is {@code Run.ordinal}
 * @param number the record's place in the run, counted from 0
 * @param resend 0 for the first send, then 1, 2, ..
 */
public record RecordId(int run, long number, int resend) {
    @Override
    public String toString() {
        return resend == 0 ? "#" + number : "#" + number + "." + resend;
    }
}
