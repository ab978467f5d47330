package ackscope.core.wire;

import ackscope.core.wire.Interference.Action;
import ackscope.core.wire.Interference.Decision;
import ackscope.core.wire.Interference.Frame;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The way to the node: tells the tap of produce requests, and notes which answers are due. */
final class Requests implements Traffic {
    private final Ends link;
    private final Interference interference;
    private final Optional<LinkTap> tap;
    private final Turns turns;

    Requests(Ends link, Interference interference, Optional<LinkTap> tap, Turns turns) {
        this.link = link;
        this.interference = interference;
        this.tap = tap;
        this.turns = turns;
    }

    @Override
    public boolean whole(short apiKey, short apiVersion, int correlationId) {
        return tap.isPresent() && ProduceTap.readsRequest(apiKey, apiVersion);
    }

    @Override
    public boolean waitsForLeft() {
        return false;
    }

    @Override
    public void left() {
        // Nothing waits for requests to leave.
    }

    @Override
    public Verdict frame(ByteBuffer frame, boolean whole, FrameReader frames, Optional<Decision> before) {
        if (link.clientId().isEmpty()) {
            ProduceTap.clientId(frame).ifPresent(this::client);
        }
        boolean produce = frames.apiKey() == ProduceTap.PRODUCE;
        Optional<Seen> seen = produce && tap.isPresent() ? look(frame, whole, frames) : Optional.empty();
        int acks = !produce ? 1 : seen.map(Seen::acks).orElseGet(() -> ProduceTap.acks(frame));
        Decision decision = before.orElseGet(() -> decide(frames, acks));
        Optional<Sent> sent = seen.map(s -> tap.get().sent(s, words(decision, s)));
        return switch (decision.action()) {
            case Action.Answer(String error) -> answer(decision, error, sent, frames, acks);
            case Action.Swallow _,Action.Reset _ -> dropped(decision, sent);
            case Action.Pass _,Action.Delay _,Action.Throttle _,Action.Hold _ ->
                asked(decision, sent, frames, acks);
        };
    }

    private void client(String id) {
        link.client(id);
        tap.ifPresent(t -> t.client(id));
    }

    private Optional<Seen> look(ByteBuffer frame, boolean whole, FrameReader frames) {
        Optional<Seen> seen = whole && ProduceTap.readsRequest(frames.apiKey(), frames.apiVersion())
                ? ProduceTap.request(frame)
                : Optional.empty();
        if (seen.isEmpty()) {
            tap.get().requestNotUnderstood();
        }
        return seen;
    }

    private Decision decide(FrameReader frames, int acks) {
        return interference.idle()
                ? Decision.PASS
                : interference.decide(new Frame(link.kind(), link.node(), link.peer(), link.id(), link.clientId(), true,
                        frames.apiKey(), frames.correlationId(), acks));
    }

    /** An answer cannot be given where none is due or the request was not understood: it passes then, and no fault is named. */
    private static String words(Decision decision, Seen seen) {
        return decision.action() instanceof Action.Answer(String error)
                && (seen.acks() == 0 || MadeAnswer.of(seen, error).isEmpty()) ? "" : decision.words();
    }

    private Verdict answer(Decision decision, String error, Optional<Sent> sent, FrameReader frames, int acks) {
        Optional<ByteBuffer> made = acks == 0 ? Optional.empty() : sent.flatMap(s -> MadeAnswer.of(s.seen(), error));
        if (made.isEmpty()) {
            return asked(Decision.PASS, sent, frames, acks);
        }
        tap.get().kept(sent.get());
        turns.asked(Turn.made(sent.get(), made.get(),
                () -> tap.get().heardInstead(sent.get(), error)));
        return Verdict.of(decision);
    }

    private Verdict dropped(Decision decision, Optional<Sent> sent) {
        sent.ifPresent(s -> tap.get().kept(s));
        return Verdict.of(decision);
    }

    private Verdict asked(Decision decision, Optional<Sent> sent, FrameReader frames, int acks) {
        if (acks != 0) {
            turns.asked(Turn.asked(frames.apiKey(), frames.apiVersion(), frames.correlationId(), sent));
        }
        return sent.map(s -> Verdict.of(decision, () -> tap.get().forwarded(s)))
                .orElseGet(() -> decision.equals(Decision.PASS) ? Verdict.PASS : Verdict.of(decision));
    }

    @Override
    public Verdict bytes(Optional<Decision> before) {
        Decision decision = before.orElseGet(() -> interference.idle()
                ? Decision.PASS
                : interference.decide(new Frame(link.kind(), link.node(), link.peer(), link.id(), link.clientId(), true,
                        (short) -1, 0, 1)));
        return decision.action() instanceof Action.Answer ? Verdict.PASS : Verdict.of(decision);
    }
}
