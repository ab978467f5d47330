package ackscope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges what {@link FaultProbe} printed. The limits are those of a window that stays fluent, keeps nothing open, does not grow, and is
 * well again within half a minute. What was not told counts as failed.
 */
final class FaultJudge {
    private static final double WORK_MS = 100;
    private static final long MORE_OPEN = 10;
    private static final double GROWTH = 1.2;
    private static final int SETTLED_MINUTE = 2;
    private static final long WELL_MS = 30_000;

    private final Map<String, String[]> told = new TreeMap<>();
    private final TreeMap<Integer, Double> heapMb = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();

    private FaultJudge() {
    }

    /**
     * What is not as it must be, in words; empty when all is well.
     *
     * @param lines the probe's
     */
    static List<String> complaints(List<String> lines) {
        FaultJudge judge = new FaultJudge();
        lines.forEach(judge::read);
        judge.judge();
        return List.copyOf(judge.complaints);
    }

    private void read(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "failed" -> complaints.add(line);
            case "work", "use" -> told.put(words[0] + " " + words[1], words);
            case "healed", "acks-again" -> told.put(words[0], words);
            case "heap" -> heapMb.put(Integer.valueOf(words[1]), Long.parseLong(words[2]) / 1048576.0);
            default -> {
                // For the reader alone.
            }
        }
    }

    private void judge() {
        if (has("work faults")) {
            double most = Double.parseDouble(told.get("work faults")[5]);
            check(most <= WORK_MS,
                    String.format(Locale.ROOT, "the FX thread used %.1f ms of CPU between two pulses, more than %.0f",
                            most,
                            WORK_MS));
        }
        if (has("use before") && has("use after")) {
            open("threads", 2);
            open("files and sockets", 3);
        }
        heap();
        well("healed", "\"Heal all\" took");
        well("acks-again", "until the next acknowledgement it took");
    }

    private boolean has(String what) {
        boolean has = told.containsKey(what);
        check(has, String.format(Locale.ROOT, "the app did not tell '%s'", what));
        return has;
    }

    private void open(String what, int word) {
        long before = Long.parseLong(told.get("use before")[word]);
        long after = Long.parseLong(told.get("use after")[word]);
        // Where the system does not tell how many files are open, both are -1.
        check(after <= before + MORE_OPEN,
                String.format(Locale.ROOT, "%d %s are open afterwards, %d before: more than %d are left over", after,
                        what, before, MORE_OPEN));
    }

    private void heap() {
        check(!heapMb.isEmpty(), "the app did not tell its heap");
        if (heapMb.isEmpty() || heapMb.lastKey() <= SETTLED_MINUTE) {
            return;
        }
        // A fault that takes long to set can leave a minute out.
        Map.Entry<Integer, Double> settled = heapMb.ceilingEntry(SETTLED_MINUTE);
        double last = heapMb.lastEntry().getValue();
        check(last <= settled.getValue() * GROWTH,
                String.format(Locale.ROOT, "the heap grew from %.1f MB in minute %d to %.1f MB: over 20 %%",
                        settled.getValue(), settled.getKey(), last));
    }

    private void well(String what, String words) {
        if (has(what)) {
            long ms = Long.parseLong(told.get(what)[1]);
            check(ms <= WELL_MS, String.format(Locale.ROOT, "%s %d ms, more than %d", words, ms, WELL_MS));
        }
    }

    private void check(boolean good, String otherwise) {
        if (!good) {
            complaints.add(otherwise);
        }
    }
}
