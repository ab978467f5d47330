package ackscope.core.wire;

/**
 * What passed the proxies of one client, counted as it passed: nothing is left out, however fast it comes. Units: records times tries,
 * save where said.
 *
 * @param sent          records in produce requests, every try
 * @param open          those of sent whose try has not ended for the client yet
 * @param heardOk       those whose try ended with success for the client, or with acks=0 needed no answer
 * @param batches       tries of batches
 * @param requests      produce requests
 * @param notDecoded    records whose own numbers were not read, because the decoder was behind
 * @param notUnderstood frames that passed without being understood
 */
public record WireSums(long sent, long open, long heardOk, long batches, long requests, long notDecoded,
        long notUnderstood) {

    /** Nothing passed. */
    public static final WireSums NONE = new WireSums(0, 0, 0, 0, 0, 0, 0);

    /** What passed since an earlier reading; {@code open} is as it is now. */
    public WireSums since(WireSums earlier) {
        return new WireSums(sent - earlier.sent, open, heardOk - earlier.heardOk, batches - earlier.batches,
                requests - earlier.requests, notDecoded - earlier.notDecoded, notUnderstood - earlier.notUnderstood);
    }

    /** Both together. */
    public WireSums plus(WireSums other) {
        return new WireSums(sent + other.sent, open + other.open, heardOk + other.heardOk, batches + other.batches,
                requests + other.requests, notDecoded + other.notDecoded, notUnderstood + other.notUnderstood);
    }
}
