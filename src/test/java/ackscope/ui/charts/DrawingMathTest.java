package ackscope.ui.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Scales, thinning and the place of words, which need no toolkit. */
class DrawingMathTest {

    @Test
    void aScaleEndsAtARoundNumberAboveEverything() {
        assertEquals(1, Scale.top(0, 1));
        assertEquals(100, Scale.top(100, 1));
        assertEquals(200, Scale.top(101, 1));
        assertEquals(0.4, Scale.top(0.3, 0.1), 1e-9);
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            double largest = Math.pow(10, random.nextDouble() * 8);
            double top = Scale.top(largest, 1);
            assertTrue(top >= largest * (1 - 1e-9) && top <= largest * 2.5, largest + " -> " + top);
        }
    }

    @Test
    void thinningKeepsTheSpikeAndAboutOnePointABucket() {
        RateHistory history = new RateHistory();
        for (int i = 0; i < 2_400; i++) {
            history.add(1 + i * 250L, 1, i == 1_200 ? 999 : 5, 0, 0, 0, Double.NaN, Double.NaN);
        }
        List<Double> points = new ArrayList<>();
        Buckets.walk(history, Column.ATTEMPTS, 0, 600_000, Buckets.width(600_000, 300), (_, v) -> points.add(v));
        assertTrue(points.contains(999.0));
        assertTrue(points.size() <= 301, () -> "points: " + points.size());
    }

    @Test
    void aGapStaysAGap() {
        RateHistory history = new RateHistory();
        history.add(1_000, 1, 0, 0, 0, 0, 5, 9);
        history.add(2_000, 1, 0, 0, 0, 0, Double.NaN, Double.NaN);
        history.add(3_000, 1, 0, 0, 0, 0, 6, 10);
        List<Double> points = new ArrayList<>();
        Buckets.walk(history, Column.P99, 0, 4_000, 1, (_, v) -> points.add(v));
        assertEquals(List.of(9.0, Double.NaN, 10.0), points);
    }

    @Test
    void wordsOfMarksNeverLieOverEachOtherAndTheNewestComesFirst() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            List<Mark> marks = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                marks.add(new Mark(i * 2_000 + random.nextInt(2_000), i % 2 == 0 ? Mark.Kind.LEVER : Mark.Kind.FAULT,
                        "x".repeat(1 + random.nextInt(60))));
            }
            List<MarkLabels.Placed> placed = MarkLabels.place(marks, 0, 30_000, 260, 2, t -> t.length() * 6.0);
            assertEquals(marks.getLast(), placed.getFirst().mark());
            assertTrue(placed.stream().allMatch(p -> p.text().equals(p.mark().text()) || p.text().endsWith("…")));
            for (MarkLabels.Placed a : placed) {
                assertTrue(a.x() >= 0 && a.x() + a.width() <= 260);
                for (MarkLabels.Placed b : placed) {
                    assertTrue(a.equals(b) || a.row() != b.row() || a.x() + a.width() < b.x()
                            || b.x() + b.width() < a.x());
                }
            }
        }
    }

    @Test
    void aFaultsLongTitleIsCutToTheRoomBesideItsLineWhereverThatIs() {
        for (long at = 0; at <= 30_000; at += 500) {
            Mark fault = new Mark(at, Mark.Kind.FAULT, "replace the answer by an error REQUEST_TIMED_OUT (broker 3)");
            assertEquals(1, MarkLabels.place(List.of(fault), 0, 30_000, 246, 2, t -> t.length() * 6.0).size(),
                    "at " + at);
        }
    }

    @Test
    void aPngHasItsPixels() throws java.io.IOException {
        int[] pixels = {0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0x80FFFFFF, 0xFF000000, 0xFF123456};
        var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(PngEncoder.encode(3, 2, pixels)));
        assertEquals(3, image.getWidth());
        assertEquals(2, image.getHeight());
        for (int i = 0; i < pixels.length; i++) {
            assertEquals(pixels[i], image.getRGB(i % 3, i / 3));
        }
    }
}
