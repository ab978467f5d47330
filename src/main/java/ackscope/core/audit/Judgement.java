package ackscope.core.audit;

import java.util.List;
import java.util.Map;

/**
 * What a check came to.
 *
 * @param counts   how many records each verdict was passed on; verdicts without any are left out
 * @param copies   records of the run found in the log, duplicates included
 * @param suspects the first of each verdict but DELIVERED and FOREIGN, in the order of their numbers
 */
record Judgement(Map<Verdict, Long> counts, long copies, List<Suspect> suspects) {
    Judgement {
        counts = Map.copyOf(counts);
        suspects = List.copyOf(suspects);
    }

    /** How many records there are: each has one fate. */
    long records() {
        return counts.entrySet().stream().filter(e -> e.getKey().kind() == Verdict.Kind.FATE)
                .mapToLong(Map.Entry::getValue).sum();
    }

    long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }
}
