package ackscope.ui.flow;

import ackscope.core.event.FlowEdge;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything in the diagram stands, for one size. Producer and broker above, retry mechanism, error log and monitoring below. Edges
 * run in right angles and none crosses another; the one that never went out goes around the outside. Pure.
 */
final class FlowLayout {
    /** Below this height everything is set tighter. */
    static final double COMPACT_BELOW = 330;

    /** What a broker with a badge needs, and the line below it. */
    private static final double TIGHT_ABOVE = 112;
    private static final double SIDE = 12;
    private static final double LANE = 24;
    private static final double FOOT = 24;
    private static final double GATE_GAP = 0;
    private static final double BADGE_OFF = 29;
    private static final double STRIKE_OFF = 18;

    /** A station's place. */
    record Box(double x, double y, double w, double h) {
        double right() {
            return x + w;
        }

        double bottom() {
            return y + h;
        }

        double midX() {
            return x + w / 2;
        }

        double midY() {
            return y + h / 2;
        }
    }

    /** A corner of an edge. */
    record Point(double x, double y) {
    }

    /** How the two lines of a label stand to its point. */
    enum Place {
        /** Name above the point, rate below. */
        ASTRIDE,
        /** The same, the name and count over each other. */
        ASTRIDE_NARROW,
        /** Right of the point, all lines over each other. */
        RIGHT_OF,
        /** Left of the point, all lines over each other. */
        LEFT_OF,
        /** On the point, in one line, over the edge. */
        ON
    }

    /** A label's place. */
    record Spot(double x, double y, Place place) {
    }

    private final Map<Station, Box> boxes = new EnumMap<>(Station.class);
    private final Map<FlowEdge, List<Point>> paths = new EnumMap<>(FlowEdge.class);
    private final Map<FlowEdge, Spot> spots = new EnumMap<>(FlowEdge.class);
    private final boolean compact;

    /** @param gate whether the circuit breaker's gate stands in front of the producer */
    FlowLayout(double width, double height, boolean gate) {
        compact = height < COMPACT_BELOW;
        boxes(width, height, gate ? GateView.WIDTH + GATE_GAP : 0);
        edges(height);
    }

    /** The gate's place, when there is one: left of the producer, as high as it. */
    Box gate() {
        Box producer = box(Station.PRODUCER);
        return new Box(SIDE, producer.y(), GateView.WIDTH, producer.h());
    }

    /** Where the badge of a fault on an edge has its middle: beside the edge, clear of the edge's own label. */
    Point badge(FlowEdge edge) {
        Spot spot = spot(edge);
        return new Point(spot.x(), edge == FlowEdge.SEND ? spot.y() - BADGE_OFF : spot.y() + BADGE_OFF);
    }

    /** Where a fault strikes an edge: on its line, near the broker. */
    Point strike(FlowEdge edge) {
        Box broker = box(Station.BROKER);
        return new Point(broker.x() - STRIKE_OFF, path(edge).getFirst().y());
    }

    boolean compact() {
        return compact;
    }

    Box box(Station station) {
        return boxes.get(station);
    }

    List<Point> path(FlowEdge edge) {
        return paths.get(edge);
    }

    Spot spot(FlowEdge edge) {
        return spots.get(edge);
    }

    private void boxes(double width, double height, double front) {
        double top = 12;
        double below = compact ? 84 : 104;
        double room = height - top - FOOT - below;
        double above = Math.max(compact ? TIGHT_ABOVE : 96, Math.min(room - (compact ? 56 : 72), 140));
        double gap = Math.min(room - above, 120);
        double lower = top + above + gap;
        double left = SIDE + LANE;
        double inner = width - left - SIDE;
        double broker = Math.max(inner * 0.475, 250);
        double wide = Math.clamp(inner * 0.23, 120, 190);
        boxes.put(Station.PRODUCER, new Box(left + front, top, front > 0 ? Math.min(wide, 140) : wide,
                Math.min(above, 124)));
        boxes.put(Station.BROKER, new Box(width - SIDE - broker, top, broker, above));
        boxes.put(Station.RETRY, new Box(left, lower, inner * 0.27, below));
        boxes.put(Station.ERROR_LOG, new Box(left + inner * 0.4, lower, inner * 0.25, below));
        boxes.put(Station.MONITORING,
                new Box(left + inner * 0.745, lower, inner * 0.255, below));
    }

    private void edges(double height) {
        Box producer = box(Station.PRODUCER);
        Box broker = box(Station.BROKER);
        Box retry = box(Station.RETRY);
        Box log = box(Station.ERROR_LOG);
        Box monitor = box(Station.MONITORING);

        double sendY = producer.y() + producer.h() * 0.3;
        double ackY = producer.y() + producer.h() * 0.78;
        double midX = (producer.right() + broker.x()) / 2;
        edge(FlowEdge.SEND, new Spot(midX, sendY, Place.ASTRIDE), producer.right(), sendY, broker.x(), sendY);
        edge(FlowEdge.ACKNOWLEDGE, new Spot(midX, ackY, Place.ASTRIDE), broker.x(), ackY, producer.right(), ackY);

        double failY = (broker.bottom() + retry.y()) / 2;
        double failFrom = broker.x() + 18;
        boolean gated = producer.x() != retry.x();
        double failTo = retry.right() - (gated ? 12 : 22);
        edge(FlowEdge.FAIL, new Spot((failFrom + failTo) / 2, failY, Place.ASTRIDE), failFrom, broker.bottom(),
                failFrom,
                failY, failTo, failY, failTo, retry.y());
        double retryX = producer.x() + (gated ? 34 : 48);
        double between = (producer.bottom() + retry.y()) / 2;
        edge(FlowEdge.RETRY, gated
                ? new Spot(retryX - 6, between + 6, Place.LEFT_OF)
                : new Spot(retryX + 6, between, Place.RIGHT_OF), retryX, retry.y(), retryX, producer.bottom());
        double refusedX = Math.min(log.right() - 16, broker.x() + 64);
        edge(FlowEdge.NOT_RETRIABLE, new Spot(refusedX + 6, failY, Place.RIGHT_OF), refusedX, broker.bottom(), refusedX,
                log.y());

        edge(FlowEdge.EXHAUSTED, new Spot((retry.right() + log.x()) / 2, retry.midY(), Place.ASTRIDE_NARROW),
                retry.right(), retry.midY(), log.x(), log.midY());
        edge(FlowEdge.ALERT, new Spot((log.right() + monitor.x()) / 2, log.midY(), Place.ASTRIDE_NARROW), log.right(),
                log.midY(), monitor.x(), monitor.midY());

        double laneX = SIDE;
        double laneY = Math.min(height - 10, retry.bottom() + 14);
        Spot spot = new Spot(retry.midX(), laneY, Place.ON);
        if (!gated) {
            edge(FlowEdge.NEVER_SENT, spot, producer.x(), producer.midY(), laneX, producer.midY(), laneX, laneY,
                    log.midX(), laneY, log.midX(), log.bottom());
        } else {
            // The gate stands on the left, so it leaves below and goes around it.
            double downX = producer.x() + 14;
            double betweenY = producer.bottom() + 10;
            edge(FlowEdge.NEVER_SENT, spot, downX, producer.bottom(), downX, betweenY, laneX, betweenY, laneX, laneY,
                    log.midX(), laneY, log.midX(), log.bottom());
        }
    }

    private void edge(FlowEdge edge, Spot spot, double... xy) {
        Point[] points = new Point[xy.length / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point(Math.round(xy[2 * i]), Math.round(xy[2 * i + 1]));
        }
        paths.put(edge, List.of(points));
        spots.put(edge, spot);
    }
}
