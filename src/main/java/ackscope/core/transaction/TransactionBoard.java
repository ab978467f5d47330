package ackscope.core.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Keeps what is known of one transactional producer. The client does not tell its state, so it is followed by what it is asked, what that
 * throws, and what records' reports say; where they differ, what the client did last holds. Any thread.
 */
public final class TransactionBoard {
    private final LongSupplier clockMs;
    private final Map<String, long[]> acked = new TreeMap<>();
    private TransactionState state = TransactionState.CLOSED;
    private String transactionalId = "";
    private long timeoutMs;
    private long limitMs;
    private boolean byHand;
    private boolean open;
    private Optional<TransactionView.Waiting> waiting = Optional.empty();
    private Optional<Call> repeat = Optional.empty();
    private Optional<Trouble> trouble = Optional.empty();
    private Optional<Call> next = Optional.empty();
    private long beganMs;
    private OptionalLong firstSendMs = OptionalLong.empty();
    private long sent;
    private long failed;
    private String last = "";

    /** @param clockMs ms since the epoch */
    public TransactionBoard(LongSupplier clockMs) {
        this.clockMs = clockMs;
    }

    /** What is known now. */
    public synchronized TransactionView view() {
        return new TransactionView(state, transactionalId, open && byHand, waiting, repeat, trouble, next,
                open
                        ? Optional.of(new TransactionView.Contents(beganMs, firstSendMs, sent, failed, parts()))
                        : Optional.empty(),
                timeoutMs, last);
    }

    private List<TransactionView.Part> parts() {
        List<TransactionView.Part> parts = new ArrayList<>();
        acked.forEach((topic, counts) -> {
            for (int partition = 0; partition < counts.length; partition++) {
                if (counts[partition] > 0) {
                    parts.add(new TransactionView.Part(topic, partition, counts[partition]));
                }
            }
        });
        return parts;
    }

    /** Where it is now. */
    public synchronized TransactionState state() {
        return state;
    }

    /** Why a call cannot be made now, in words, or "". */
    public synchronized String obstacle(Call call) {
        return Moves.obstacle(state, repeat, call);
    }

    /** A producer is opened, and {@code initTransactions} is called. Times are effective settings in ms. */
    public synchronized void initializing(String id, long transactionTimeoutMs, long maxBlockMs) {
        closed();
        transactionalId = id;
        timeoutMs = transactionTimeoutMs;
        limitMs = maxBlockMs;
        state = TransactionState.INITIALIZING;
        waits("initTransactions");
    }

    /** {@code initTransactions} returned. */
    public synchronized void ready() {
        state = TransactionState.READY;
        waiting = Optional.empty();
    }

    /** {@code beginTransaction} returned. */
    public synchronized void began(boolean hand) {
        state = TransactionState.IN_TRANSACTION;
        byHand = hand;
        open = true;
        acked.clear();
        sent = 0;
        failed = 0;
        beganMs = clockMs.getAsLong();
        firstSendMs = OptionalLong.empty();
        settled();
    }

    /** A record is given to the producer. */
    public synchronized void sent() {
        if (sent++ == 0) {
            firstSendMs = OptionalLong.of(clockMs.getAsLong());
        }
    }

    /** A record of the open transaction has been acknowledged. */
    public synchronized void acked(String topic, int partition) {
        long[] counts = acked.get(topic);
        if (counts == null || counts.length <= partition) {
            long[] more = new long[partition + 8];
            if (counts != null) {
                System.arraycopy(counts, 0, more, 0, counts.length);
            }
            counts = more;
            acked.put(topic, counts);
        }
        counts[partition]++;
    }

    /** A record of the open transaction was reported failed. */
    public synchronized void recordFailed(Throwable thrown) {
        failed++;
        Optional<Trouble> told = Troubles.of(thrown, Call.SEND);
        boolean worse = told.isPresent() && open && state != TransactionState.FATAL_ERROR;
        if (worse && told.get().kind() == Trouble.Kind.FATAL) {
            trouble(told.get(), Call.SEND, TransactionState.FATAL_ERROR);
        } else if (worse && state.canBecome(TransactionState.ABORTABLE_ERROR) && trouble.isEmpty()) {
            // The first failure is the one that explains the others.
            trouble(told.get(), Call.SEND, TransactionState.ABORTABLE_ERROR);
        }
    }

    /** {@code commitTransaction} or {@code abortTransaction} is called. */
    public synchronized void calling(Call call) {
        state = call == Call.COMMIT ? TransactionState.COMMITTING : TransactionState.ABORTING;
        repeat = Optional.empty();
        next = Optional.empty();
        if (call == Call.COMMIT) {
            trouble = Optional.empty();
        }
        waits(call == Call.COMMIT ? "commitTransaction" : "abortTransaction");
    }

    private void waits(String what) {
        waiting = Optional.of(new TransactionView.Waiting(what, clockMs.getAsLong(), limitMs));
    }

    /** A call threw; returns what that means. */
    public synchronized Trouble callFailed(Throwable thrown, Call call) {
        waiting = Optional.empty();
        Trouble told = Troubles.of(thrown, call).orElseThrow();
        switch (told.kind()) {
            case REPEAT -> {
                repeat = Optional.of(call);
                trouble(told, call, state);
            }
            case ABORTABLE -> {
                repeat = Optional.empty();
                trouble(told, call, TransactionState.ABORTABLE_ERROR);
            }
            case FATAL -> {
                repeat = Optional.empty();
                trouble(told, call, TransactionState.FATAL_ERROR);
            }
        }
        return told;
    }

    private void trouble(Trouble told, Call call, TransactionState then) {
        trouble = Optional.of(told);
        next = Optional.of(told.next(call));
        state = then;
    }

    /** The transaction is over, and the producer ready for another. */
    public synchronized void ended(String how) {
        over(how);
        settled();
        state = TransactionState.READY;
    }

    /** The transaction is over, and the producer is beyond use. */
    public synchronized void over(String how) {
        open = false;
        last = how;
        waiting = Optional.empty();
        repeat = Optional.empty();
    }

    /** What the last call came to, where nothing else tells, in words. */
    public synchronized void said(String words) {
        last = words;
    }

    private void settled() {
        repeat = Optional.empty();
        trouble = Optional.empty();
        next = Optional.empty();
    }

    /** The producer is closed. */
    public synchronized void closed() {
        state = TransactionState.CLOSED;
        transactionalId = "";
        timeoutMs = 0;
        open = false;
        acked.clear();
        waiting = Optional.empty();
        settled();
    }
}
