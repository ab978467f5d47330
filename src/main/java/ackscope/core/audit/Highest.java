package ackscope.core.audit;

import java.util.Arrays;

/** The highest number among first appearances, by topic, partition and producer. For one thread. */
final class Highest {
    private long[][][] numbers = new long[1][][];

    /** Whether a first appearance comes after one that was sent later. */
    boolean goesBack(int topic, int partition, int producer, long number) {
        if (topic >= numbers.length) {
            numbers = Arrays.copyOf(numbers, topic + 1);
        }
        if (numbers[topic] == null) {
            numbers[topic] = new long[partition + 1][];
        }
        if (partition >= numbers[topic].length) {
            numbers[topic] = Arrays.copyOf(numbers[topic], partition + 1);
        }
        long[] lane = numbers[topic][partition];
        if (lane == null || producer >= lane.length) {
            int before = lane == null ? 0 : lane.length;
            lane = lane == null ? new long[producer + 1] : Arrays.copyOf(lane, producer + 1);
            Arrays.fill(lane, before, lane.length, -1);
            numbers[topic][partition] = lane;
        }
        if (number < lane[producer]) {
            return true;
        }
        lane[producer] = number;
        return false;
    }
}
