package ackscope.core.run;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Happening;
import ackscope.core.audit.Verdict;
import ackscope.core.run.Plain.Difference;
import ackscope.core.settings.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Two runs side by side: what differs between them, and what follows from their audits. Claims a difference only where one run is free of
 * an anomaly that the other has, or has a third of it at most: such counts vary from one run to the next.
 */
public record RunComparison(RunRecord a, RunRecord b) {
    private static final int NAMED = 3;
    private static final int CLEARLY = 3;

    /**
     * One verdict in both runs.
     *
     * @param a how many records in the first run; -1 when it was not audited
     */
    public record VerdictRow(Verdict verdict, long a, long b) {
    }

    /** The effective settings that differ, those that matter most first. */
    public List<Difference> settings() {
        return Plain.differences(a.settings(), b.settings());
    }

    /** The verdicts that were passed in one of them at least, in the order of {@link Verdict}. */
    public List<VerdictRow> verdicts() {
        return Arrays.stream(Verdict.values()).map(v -> new VerdictRow(v, count(a, v), count(b, v)))
                .filter(row -> row.a() > 0 || row.b() > 0).toList();
    }

    private static long count(RunRecord run, Verdict verdict) {
        return run.audit().map(audit -> audit.count(verdict)).orElse(-1L);
    }

    /** What the two audits show about the settings that differ, in a few sentences. */
    public String conclusion() {
        List<String> unproven = new ArrayList<>();
        unproven.addAll(unproven("first", a));
        unproven.addAll(unproven("second", b));
        if (!unproven.isEmpty()) {
            return String.join(" ", unproven) + " So nothing follows about what became of the records.";
        }
        List<String> sentences = new ArrayList<>(followed());
        if (sentences.isEmpty()) {
            sentences.add(alike());
        } else if (settings().isEmpty()) {
            sentences.addFirst("No setting differs between the two, so chance, timing or the cluster made the"
                    + " difference.");
        }
        sentences.addAll(caveats());
        return String.join(" ", sentences);
    }

    private static List<String> unproven(String which, RunRecord run) {
        if (run.audit().isEmpty()) {
            return List.of("The " + which + " run was not audited.");
        }
        AuditReport audit = run.audit().get();
        boolean proven = !audit.provisional() && audit.count(Verdict.NOT_READ) == 0;
        return proven
                ? List.of()
                : List.of("The audit of the " + which + " run proves nothing yet"
                        + (audit.obstacles().isEmpty()
                                ? ": not every partition was read to its end."
                                : ": " + sentence(audit.obstacles().getFirst())));
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private List<String> followed() {
        List<String> sentences = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            long inA = measure.of(a.audit().orElseThrow());
            long inB = measure.of(b.audit().orElseThrow());
            if (differ(inA, inB)) {
                sentences.add(follows(measure, share(a, inA) < share(b, inB)));
            }
        }
        return sentences;
    }

    private boolean differ(long inA, long inB) {
        double shareA = share(a, inA);
        double shareB = share(b, inB);
        return Math.max(shareA, shareB) > CLEARLY * Math.min(shareA, shareB);
    }

    private static double share(RunRecord run, long count) {
        return (double) count / Math.max(1, compared(run));
    }

    /** Records that the comparison is of: all but those that only warmed the producer up. */
    private static long compared(RunRecord run) {
        long all = run.audit().map(AuditReport::records).orElse(run.totals().sent());
        return Math.max(0, all - run.warmUps());
    }

    private String follows(Measure measure, boolean firstIsBetter) {
        RunRecord better = firstIsBetter ? a : b;
        RunRecord worse = firstIsBetter ? b : a;
        long few = measure.of(better.audit().orElseThrow());
        long many = measure.of(worse.audit().orElseThrow());
        boolean sameSize = compared(better) == compared(worse);
        String note = measure == Measure.LOST && worse.audit().map(AuditReport::acksNone).orElse(false)
                ? " With acks=0 \"ok\" means no more than handed to the socket."
                : "";
        return "With " + named(firstIsBetter) + " " + counted(few, compared(better)) + " " + measure.words() + "; with "
                + named(!firstIsBetter) + " " + counted(many, compared(worse), sameSize) + "." + note;
    }

    /** "none of 50 was", "all 50 were", "3 of 50 were". */
    private static String counted(long count, long of) {
        return count == 0
                ? "none of " + number(of) + " was"
                : count >= of
                        ? of == 1 ? "the only one was" : "all " + number(of) + " were"
                        : number(count) + " of " + number(of) + (count == 1 ? " was" : " were");
    }

    private static String counted(long count, long of, boolean sameSize) {
        return sameSize && count < of ? number(count) + (count == 1 ? " was" : " were") : counted(count, of);
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** The settings of one side, as far as they differ: "acks=all and min.insync.replicas=2". */
    private String named(boolean first) {
        RunRecord run = first ? a : b;
        List<Difference> differences = settings();
        boolean acksDiffer = differences.stream().anyMatch(d -> d.key().equals(Keys.ACKS));
        List<String> words = new ArrayList<>();
        for (Difference d : differences) {
            String value = first ? d.a() : d.b();
            // With another acks than all the client cannot be idempotent, so that goes without saying.
            if (!(acksDiffer && d.key().equals(Keys.IDEMPOTENCE))) {
                words.add(Plain.pair(d.key(), value));
            }
            if (d.key().equals(Keys.ACKS) && value.equals("all")) {
                run.topics().stream().mapToInt(RunRecord.RunTopic::minInsync).filter(m -> m > 0).min()
                        .ifPresent(m -> words.add("min.insync.replicas=" + m));
            }
        }
        if (words.isEmpty()) {
            return "the " + (first ? "first" : "second") + " run";
        }
        int more = words.size() - NAMED;
        List<String> told = more > 0 ? new ArrayList<>(words.subList(0, NAMED)) : words;
        if (more > 0) {
            told.add(more + " more");
        }
        return told.size() == 1
                ? told.getFirst()
                : String.join(", ", told.subList(0, told.size() - 1)) + " and " + told.getLast();
    }

    private String alike() {
        List<String> both = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            long inA = measure.of(a.audit().orElseThrow());
            long inB = measure.of(b.audit().orElseThrow());
            if (inA > 0 || inB > 0) {
                both.add(number(inA) + " of " + number(compared(a)) + " and " + number(inB) + " of "
                        + number(compared(b)) + " were " + measure.words());
            }
        }
        String why = both.isEmpty()
                ? "in both, no record was lost, duplicated, out of order, or reported wrongly"
                : String.join("; ", both) + (a.equals(b) ? "" : ", which may vary as much from one run to the next");
        return "No difference follows: " + why + ".";
    }

    private List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        if (!loads(a).equals(loads(b))) {
            caveats.add("The two runs did not send the same records, so that may be the reason as well.");
        }
        if (!shapes(a).equals(shapes(b))) {
            caveats.add("Their topics differ in partitions, replication or min.insync.replicas, which may be the reason"
                    + " as well.");
        }
        List<String> faultsA = faults(a);
        List<String> faultsB = faults(b);
        if (!faultsA.equals(faultsB)) {
            caveats.add("They did not meet the same faults: " + told(faultsA) + ", and " + told(faultsB) + ".");
        }
        for (RunRecord run : List.of(a, b)) {
            if (run.settingsChanged()) {
                caveats.add(
                        "The " + (run.equals(a) ? "first" : "second") + " run's settings were changed while it went on;"
                                + " its last ones are compared.");
            }
        }
        return caveats;
    }

    private static List<Workload> loads(RunRecord run) {
        return run.work().stream().map(RunRecord.Asked::load).toList();
    }

    private static List<String> shapes(RunRecord run) {
        return run.topics().stream().map(t -> t.partitions() + "/" + t.replication() + "/" + t.minInsync()).sorted()
                .toList();
    }

    /** By name, for on which broker they were depends on who led. */
    private static List<String> faults(RunRecord run) {
        return run.happenings().stream().filter(h -> h.kind() == Happening.Kind.FAULT)
                .map(h -> h.fault().isEmpty() ? h.title() : h.fault()).sorted().toList();
    }

    private static String told(List<String> faults) {
        return faults.isEmpty() ? "none" : String.join(", ", faults);
    }
}
