package ackscope.ui.flow;

import ackscope.core.event.FlowEdge;
import ackscope.ui.base.OutcomeMark;
import ackscope.ui.base.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.scene.Group;

/**
 * The marks that travel the edges while few records do: one for each record-attempt, from a fixed pool. The timer runs only while a mark
 * is on its way and somebody can see it. FX thread.
 */
final class Tokens {
    /** Above this rate an edge grows thicker instead. */
    static final double MOST_PER_SECOND = 20;

    private static final int POOL = 48;
    private static final int MOST_AT_ONCE = 6;
    private static final double SIZE = 10;
    private static final long TRAVEL_NS = 750_000_000L;
    private static final long SPREAD_NS = 250_000_000L;
    private static final long FRAME_NS = 30_000_000L;

    private final Group layer = new Group();
    private final Function<FlowEdge, List<FlowLayout.Point>> paths;
    private final List<OutcomeMark> idle = new ArrayList<>();
    private final List<Token> alive = new ArrayList<>();
    private long lastFrame;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (now - lastFrame >= FRAME_NS) {
                lastFrame = now;
                move(now);
            }
        }
    };

    Tokens(Function<FlowEdge, List<FlowLayout.Point>> paths) {
        this.paths = paths;
        layer.setMouseTransparent(true);
        layer.setManaged(false);
        for (int i = 0; i < POOL; i++) {
            OutcomeMark mark = new OutcomeMark(OutcomeMark.Kind.SENT, SIZE);
            mark.setVisible(false);
            mark.resize(SIZE, SIZE);
            idle.add(mark);
            layer.getChildren().add(mark);
        }
    }

    Group layer() {
        return layer;
    }

    /** Sends marks along an edge, as many as the pool has. */
    void spawn(FlowEdge edge, EdgeState state) {
        if (state.fresh() == 0 || state.rate() > MOST_PER_SECOND || !Shown.is(layer)) {
            return;
        }
        long n = Math.min(Math.min(state.fresh(), MOST_AT_ONCE), idle.size());
        long now = System.nanoTime();
        for (int i = 0; i < n; i++) {
            OutcomeMark mark = idle.removeLast();
            mark.show(kind(edge));
            alive.add(new Token(mark, edge, now + i * SPREAD_NS / n));
        }
        if (!alive.isEmpty()) {
            timer.start();
        }
    }

    /** How many are on their way. */
    int alive() {
        return alive.size();
    }

    /** One frame; ends the timer with the last token. */
    void move(long now) {
        boolean seen = Shown.is(layer);
        alive.removeIf(token -> {
            double part = (double) (now - token.start()) / TRAVEL_NS;
            if (part >= 1 || !seen) {
                token.mark().setVisible(false);
                idle.add(token.mark());
                return true;
            }
            if (part >= 0) {
                put(token.mark(), paths.apply(token.edge()), part);
                token.mark().setVisible(true);
            }
            return false;
        });
        if (alive.isEmpty()) {
            timer.stop();
        }
    }

    private static void put(OutcomeMark mark, List<FlowLayout.Point> path, double part) {
        double length = 0;
        for (int i = 1; i < path.size(); i++) {
            length += distance(path.get(i - 1), path.get(i));
        }
        double left = part * length;
        for (int i = 1; i < path.size(); i++) {
            FlowLayout.Point from = path.get(i - 1);
            FlowLayout.Point to = path.get(i);
            double piece = distance(from, to);
            if (left <= piece && piece > 0) {
                mark.relocate(from.x() + (to.x() - from.x()) * left / piece - SIZE / 2 + 0.5,
                        from.y() + (to.y() - from.y()) * left / piece - SIZE / 2 + 0.5);
                return;
            }
            left -= piece;
        }
    }

    private static double distance(FlowLayout.Point a, FlowLayout.Point b) {
        return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
    }

    private static OutcomeMark.Kind kind(FlowEdge edge) {
        return switch (edge) {
            case SEND, ALERT -> OutcomeMark.Kind.SENT;
            case ACKNOWLEDGE -> OutcomeMark.Kind.ACKED;
            case RETRY -> OutcomeMark.Kind.RETRYING;
            case FAIL, EXHAUSTED, NOT_RETRIABLE, NEVER_SENT -> OutcomeMark.Kind.FAILED;
        };
    }

    private record Token(OutcomeMark mark, FlowEdge edge, long start) {
    }
}
