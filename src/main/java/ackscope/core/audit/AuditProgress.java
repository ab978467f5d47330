package ackscope.core.audit;

/**
 * How far an audit is.
 *
 * @param words what it does, in a few words
 * @param done  of {@code of}; both 0 while there is nothing to count
 */
public record AuditProgress(String words, long done, long of) {

    static AuditProgress of(String words) {
        return new AuditProgress(words, 0, 0);
    }

    /** From 0 to 1, or -1 while there is nothing to count. */
    public double share() {
        return of == 0 ? -1 : Math.min(1, (double) done / of);
    }
}
