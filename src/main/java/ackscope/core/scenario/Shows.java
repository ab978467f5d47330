package ackscope.core.scenario;

import ackscope.core.transaction.Experiment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The experiments with transactions by their names in a file. */
final class Shows {
    private Shows() {
    }

    static List<String> names() {
        return Experiment.ALL.stream().map(Shows::name).toList();
    }

    static Optional<Experiment> find(String name) {
        return Experiment.ALL.stream().filter(e -> name(e).equals(name)).findFirst();
    }

    /** "producer-killed-in-mid-transaction". */
    private static String name(Experiment experiment) {
        return experiment.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
}
