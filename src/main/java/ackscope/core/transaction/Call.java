package ackscope.core.transaction;

/** What a person may ask of a transactional producer. */
public enum Call {
    /** Opens a producer if there is none, {@code initTransactions} included; then {@code beginTransaction}. */
    BEGIN("begin"),
    /** A record in the open transaction. */
    SEND("send"), COMMIT("commit"), ABORT("abort"),
    /** Closes the producer, and opens another with the same transactional.id. */
    REPLACE("close and open anew");

    private final String word;

    Call(String word) {
        this.word = word;
    }

    /** In a sentence. */
    public String word() {
        return word;
    }
}
