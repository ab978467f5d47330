package ackscope.core.wire;

import ackscope.core.wire.Interference.Action;
import ackscope.core.wire.Interference.Decision;
import ackscope.core.wire.Interference.Frame;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The way back: joins answers with their requests, tells the tap, learns the topics' names, and lets made answers out in their turn. */
final class Answers implements Traffic {
    private final Ends link;
    private final Interference interference;
    private final Optional<LinkTap> tap;
    private final Turns turns;
    private final TopicNames names;

    Answers(Ends link, Interference interference, Optional<LinkTap> tap, Turns turns, TopicNames names) {
        this.link = link;
        this.interference = interference;
        this.tap = tap;
        this.turns = turns;
        this.names = names;
    }

    @Override
    public boolean whole(short apiKey, short apiVersion, int correlationId) {
        return tap.isPresent() && turns.first(correlationId)
                .map(t -> ProduceTap.readsAnswer(t.apiKey(), t.apiVersion())).orElse(false);
    }

    @Override
    public boolean waitsForLeft() {
        return turns.madeIsNext();
    }

    @Override
    public void left() {
        turns.left();
    }

    @Override
    public Verdict frame(ByteBuffer frame, boolean whole, FrameReader frames, Optional<Decision> before) {
        Optional<Turn> turn = turns.take(frames.correlationId());
        Optional<Sent> sent = turn.flatMap(Turn::sent);
        short apiKey = turn.map(Turn::apiKey).orElse((short) -1);
        if (whole && tap.isPresent() && turn.isPresent()
                && ProduceTap.readsMetadata(apiKey, turn.get().apiVersion())
                && !ProduceTap.learn(frame, turn.get().apiVersion(), names)) {
            tap.get().answerNotUnderstood();
        }
        Decision decision = before.orElseGet(() -> decide(apiKey, frames.correlationId(),
                sent.map(s -> s.seen().acks()).orElse(1)));
        return sent.map(s -> produced(frame, whole, s, decision)).orElseGet(() -> other(decision));
    }

    private Verdict produced(ByteBuffer frame, boolean whole, Sent sent, Decision decision) {
        LinkTap told = tap.get();
        Optional<ByteBuffer> made = decision.action() instanceof Action.Answer(String error)
                ? MadeAnswer.of(sent.seen(), error)
                : Optional.empty();
        Decision taken = decision.action() instanceof Action.Answer && made.isEmpty() ? Decision.PASS : decision;
        var answers = whole
                ? ProduceTap.answer(frame, sent.seen().apiVersion())
                : Optional.<List<ProduceTap.PartAnswer>>empty();
        answers.ifPresentOrElse(a -> told.said(sent, a, taken.words()), told::answerNotUnderstood);
        return taken.action() instanceof Action.Answer(String error)
                ? new Verdict(taken, made, () -> told.heardInstead(sent, error))
                : Verdict.of(taken, () -> told.heard(sent));
    }

    private Verdict other(Decision decision) {
        return decision.equals(Decision.PASS) || decision.action() instanceof Action.Answer
                ? Verdict.PASS
                : Verdict.of(decision);
    }

    private Decision decide(short apiKey, int correlationId, int acks) {
        return interference.idle()
                ? Decision.PASS
                : interference.decide(new Frame(link.kind(), link.node(), link.peer(), link.id(), link.clientId(),
                        false, apiKey, correlationId, acks));
    }

    @Override
    public Verdict bytes(Optional<Decision> before) {
        return other(before.orElseGet(() -> decide((short) -1, 0, 1)));
    }
}
