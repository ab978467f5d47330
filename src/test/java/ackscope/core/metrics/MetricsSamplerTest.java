package ackscope.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.HdrHistogram.Recorder;
import org.junit.jupiter.api.Test;

class MetricsSamplerTest {
    private int run = 1;
    private long now = 1000;
    private Recorder latency = new Recorder(1, 3_600_000_000L, 2);
    private Runnable whileReading = () -> {
    };
    private final MetricsSampler sampler = new MetricsSampler(() -> run, () -> {
        whileReading.run();
        return RunTotals.NONE;
    }, () -> ClientMetrics.NONE, () -> latency, () -> now);

    private void turn() {
        sampler.turn();
        now += MetricsSampler.PERIOD_MS;
    }

    @Test
    void percentilesAreOfTheTimeSinceTheLastSampleAndOfTheWholeRun() {
        for (int i = 1; i <= 100; i++) {
            latency.recordValue(i * 1000L);
        }
        turn();
        for (int i = 0; i < 100; i++) {
            latency.recordValue(500_000);
        }
        turn();
        turn();
        List<Sample> samples = sampler.poll();
        assertEquals(List.of(1000L, 1250L, 1500L), samples.stream().map(Sample::atMs).toList());
        assertEquals(100, samples.get(0).acked());
        assertEquals(50, samples.get(0).p50Ms(), 1);
        assertEquals(99, samples.get(0).p99Ms(), 1);
        assertEquals(500, samples.get(1).p50Ms(), 5);
        assertEquals(100, samples.get(1).runP50Ms(), 1);
        assertEquals(0, samples.get(2).acked());
        assertTrue(Double.isNaN(samples.get(2).p50Ms()), "nothing came, so there is no median");
        assertEquals(500, samples.get(2).runP99Ms(), 5);
    }

    @Test
    void anotherRunStartsItsPercentilesAgain() {
        latency.recordValue(900_000);
        turn();
        run = 2;
        latency = new Recorder(1, 3_600_000_000L, 2);
        latency.recordValue(1000);
        turn();
        Sample sample = sampler.poll().getLast();
        assertEquals(2, sample.run());
        assertEquals(1, sample.runP99Ms(), 0.1);
    }

    @Test
    void noSampleIsOfTwoRuns() {
        whileReading = () -> run = 2;
        turn();
        assertEquals(List.of(), sampler.poll());
        turn();
        assertEquals(2, sampler.poll().getFirst().run());
    }

    @Test
    void aReaderThatDoesNotComeGetsTheLatestSamples() {
        for (int i = 0; i < 100; i++) {
            turn();
        }
        List<Sample> samples = sampler.poll();
        assertEquals(64, samples.size());
        assertEquals(now - MetricsSampler.PERIOD_MS, samples.getLast().atMs());
        assertEquals(List.of(), sampler.poll());
    }
}
