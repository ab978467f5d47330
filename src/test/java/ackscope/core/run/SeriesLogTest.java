package ackscope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.metrics.ClientMetrics;
import ackscope.core.metrics.RunTotals;
import ackscope.core.metrics.Sample;
import ackscope.core.run.RunRecord.Point;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesLogTest {
    private static Sample sample(long atMs, long sent, double p99) {
        return new Sample(atMs, 1, new RunTotals(sent, sent, 0, 0, 0, 0, 0, 0, 0, Map.of()),
                new ClientMetrics(sent, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 0, p99, p99, p99, p99);
    }

    @Test
    void ratesAreWhatHappenedBetweenTwoSamples() {
        SeriesLog log = new SeriesLog();
        log.take(sample(1_000, 0, Double.NaN));
        log.take(sample(1_250, 25, 4));
        log.take(sample(1_500, 25, Double.NaN));
        log.take(sample(1_750, 75, 9));
        List<Point> points = log.points(1_100);
        assertEquals(List.of(0.0, 100.0, 0.0, 200.0), points.stream().map(Point::acked).toList());
        assertEquals(List.of(0L, 150L, 400L, 650L), points.stream().map(Point::atMs).toList());
        assertEquals(9, points.getLast().p99Ms());
    }

    @Test
    void howeverLongARunIsTheSumUnderTheCurveStays() {
        Random random = new Random(5);
        for (int length : new int[]{1, 2, 599, 600, 601, 1_200, 5_000, 40_001}) {
            SeriesLog log = new SeriesLog();
            long sent = 0;
            double worst = 0;
            for (int i = 0; i <= length; i++) {
                double p99 = random.nextInt(1_000);
                worst = i > 0 ? Math.max(worst, p99) : 0;
                sent += i == 0 ? 0 : 1 + random.nextInt(50);
                log.take(sample(i * 250L, sent, p99));
            }
            List<Point> points = log.points(0);
            assertTrue(points.size() <= SeriesLog.MOST, length + " made " + points.size());
            double sum = 0;
            for (int i = 1; i < points.size(); i++) {
                sum += points.get(i).acked() * (points.get(i).atMs() - points.get(i - 1).atMs()) / 1000.0;
            }
            assertEquals((double) sent, sum, sent * 1e-3, "of " + length);
            assertEquals(worst, points.stream().mapToDouble(Point::p99Ms).filter(p -> p >= 0).max().orElse(0));
        }
    }

    @Test
    void timeInWhichNothingHappensCostsNoPointsAndOfTheEndOnlyTheFallIsDrawn() {
        SeriesLog log = new SeriesLog();
        log.take(sample(0, 0, Double.NaN));
        log.take(sample(250, 10, 1));
        for (int i = 2; i < 100_000; i++) {
            log.take(sample(i * 250L, 10, Double.NaN));
        }
        assertEquals(List.of(0.0, 40.0, 0.0), log.points(0).stream().map(Point::acked).toList());
        assertEquals(500, log.points(0).getLast().atMs());
        log.take(sample(25_000_000, 20, 1));
        assertEquals(List.of(0.0, 40.0, 0.0, 0.0, 40.0), log.points(0).stream().map(Point::acked).toList());
        assertEquals(List.of(0L, 250L, 500L, 24_999_750L, 25_000_000L),
                log.points(0).stream().map(Point::atMs).toList());
    }
}
