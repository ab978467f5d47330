package ackscope.core.event;

/** What a broker said to one try of one batch. */
public sealed interface Answer {

    /** Nothing so far. */
    record Awaited() implements Answer {
    }

    /** acks=0: brokers do not answer. */
    record NotDue() implements Answer {
    }

    /**
     * The answer as it came over the wire, whether or not the client got it.
     *
     * @param error      Kafka's name ({@code Errors}), NONE for success
     * @param baseOffset of the batch in the log; -1 with an error
     * @param atUs       when the proxy had read it, µs since the epoch
     */
    record Given(String error, long baseOffset, long atUs) implements Answer {
    }

    /**
     * None will come.
     *
     * @param why in words: "broker 2 closed the connection", "the client closed the connection", "the fault kept the request"
     */
    record None(String why, long atUs) implements Answer {
    }
}
