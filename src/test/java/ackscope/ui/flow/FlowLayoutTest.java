package ackscope.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.FlowEdge;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Geometry of the diagram, without a toolkit. */
class FlowLayoutTest {

    /** A straight piece of an edge. */
    private record Piece(FlowEdge edge, FlowLayout.Point a, FlowLayout.Point b) {
        boolean crosses(Piece o) {
            return Math.min(a.x(), b.x()) <= Math.max(o.a.x(), o.b.x())
                    && Math.min(o.a.x(), o.b.x()) <= Math.max(a.x(), b.x())
                    && Math.min(a.y(), b.y()) <= Math.max(o.a.y(), o.b.y())
                    && Math.min(o.a.y(), o.b.y()) <= Math.max(a.y(), b.y());
        }
    }

    @ParameterizedTest
    @CsvSource({"715,382", "664,284", "640,270", "900,520", "1400,900", "560,250"})
    void stationsAreInsideAndApartAndEdgesAreSquareAndNeverCross(double width, double height) {
        check(width, height, new FlowLayout(width, height, false));
    }

    @ParameterizedTest
    @CsvSource({"715,382", "664,284", "640,270", "900,520", "1400,900"})
    void theGateStandsClearOfEverything(double width, double height) {
        FlowLayout layout = new FlowLayout(width, height, true);
        check(width, height, layout);
        FlowLayout.Box gate = layout.gate();
        assertTrue(gate.x() >= 0 && gate.right() <= layout.box(Station.PRODUCER).x(), "gate " + gate);
        for (FlowEdge edge : FlowEdge.values()) {
            for (FlowLayout.Point p : layout.path(edge)) {
                assertFalse(p.x() > gate.x() && p.x() < gate.right() && p.y() > gate.y() && p.y() < gate.bottom(),
                        edge + " runs through the gate");
            }
        }
    }

    private static void check(double width, double height, FlowLayout layout) {
        for (Station station : Station.values()) {
            FlowLayout.Box box = layout.box(station);
            assertTrue(box.x() >= 0 && box.y() >= 0 && box.right() <= width && box.bottom() <= height,
                    station + " " + box);
            for (Station other : Station.values()) {
                FlowLayout.Box b = layout.box(other);
                assertTrue(station == other || box.right() < b.x() || b.right() < box.x() || box.bottom() < b.y()
                        || b.bottom() < box.y(), station + " over " + other);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (FlowEdge edge : FlowEdge.values()) {
            List<FlowLayout.Point> path = layout.path(edge);
            for (int i = 1; i < path.size(); i++) {
                FlowLayout.Point a = path.get(i - 1);
                FlowLayout.Point b = path.get(i);
                assertTrue(a.x() == b.x() || a.y() == b.y(), edge + " is askew");
                assertTrue(b.x() >= 0 && b.x() <= width && b.y() >= 0 && b.y() <= height, edge + " leaves the panel");
                pieces.add(new Piece(edge, a, b));
            }
        }
        for (Piece p : pieces) {
            for (Piece q : pieces) {
                assertFalse(p.edge() != q.edge() && p.crosses(q), () -> p + " crosses " + q);
            }
        }
    }

    @Test
    void aLowPanelIsSetTighter() {
        assertTrue(new FlowLayout(664, 284, false).compact());
        assertEquals(false, new FlowLayout(715, 382, false).compact());
    }
}
