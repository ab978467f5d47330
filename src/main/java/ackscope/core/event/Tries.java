package ackscope.core.event;

/**
 * What the wire knows of one record at the moment when it is asked.
 *
 * @param known   whether the wire was watched and nothing was skipped; if false the rest means nothing
 * @param count   produce requests that carried the record, 0 if it certainly never left the client
 * @param written YES: a broker said that it is in the log; NO: never sent, or every try was refused before the append or kept by a
 *                fault; MAYBE: at least one try has no answer, or one that does not tell
 * @param reason  why so, in words for a person
 */
public record Tries(boolean known, int count, Certainty written, String reason) {

    /** No wire is watched. */
    public static final Tries UNKNOWN = new Tries(false, 0, Certainty.MAYBE, "");
}
