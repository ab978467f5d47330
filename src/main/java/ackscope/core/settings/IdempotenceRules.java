package ackscope.core.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What {@code ProducerConfig.postProcessAndValidateIdempotenceConfigs} does: idempotence that was asked for refuses a conflict,
 * idempotence by default gives way to it; five in flight is the limit for both; a transactional id and two-phase commit have their
 * conditions.
 */
final class IdempotenceRules implements Rule {
    static final int MOST_IN_FLIGHT = 5;
    private static final Remedy OFF = Remedy.set(Keys.IDEMPOTENCE, "false");

    @Override
    public void check(Reading r, Consumer<Problem> found) {
        boolean asked = r.isSetWell(Keys.IDEMPOTENCE);
        if (r.bool(Keys.IDEMPOTENCE)) {
            if (r.number(Keys.RETRIES) == 0) {
                conflict(r, Keys.RETRIES, "retries=0", asked, Remedy.unset(Keys.RETRIES), found);
            }
            if (r.acks() != Acks.ALL) {
                conflict(r, Keys.ACKS, "acks=" + r.acks().text(), asked, Remedy.set(Keys.ACKS, "all"), found);
            }
            if (r.number(Keys.IN_FLIGHT) > MOST_IN_FLIGHT) {
                tooManyInFlight(r, asked, found);
            }
        }
        if (r.isSetWell(Keys.TRANSACTIONAL_ID) && !r.idempotence()) {
            found.accept(Problem.error(Keys.TRANSACTIONAL_ID,
                    "Transactions need idempotence, and it is off here. Give it what it needs, or do without transactions.",
                    onAgain(r), Remedy.unset(Keys.TRANSACTIONAL_ID)));
        }
        if (r.bool(Keys.TWO_PHASE) && r.isSetWell(Keys.TRANSACTION_TIMEOUT)) {
            found.accept(Problem.error(Keys.TRANSACTION_TIMEOUT,
                    "With two-phase commit a transaction never times out, so the client refuses a time-out beside it.",
                    Remedy.unset(Keys.TRANSACTION_TIMEOUT), Remedy.unset(Keys.TWO_PHASE)));
        }
    }

    private static void conflict(Reading r, String key, String what, boolean asked, Remedy cure,
            Consumer<Problem> found) {
        if (asked) {
            found.accept(Problem.error(key, "Idempotence is asked for, and " + what + " rules it out.", cure, OFF));
        } else {
            found.accept(Problem.note(key, what + " turns idempotence off" + consequence(r) + ".", cure, OFF));
        }
    }

    private static String consequence(Reading r) {
        if (r.number(Keys.RETRIES) == 0) {
            return ", and nothing is tried twice";
        }
        if (r.acks() == Acks.NONE) {
            return "";
        }
        return ": a retry may write a record twice" + (r.number(Keys.IN_FLIGHT) > 1 ? ", or out of order" : "");
    }

    private static void tooManyInFlight(Reading r, boolean asked, Consumer<Problem> found) {
        String message = !asked && !r.idempotence()
                ? "More than 5 is refused unless enable.idempotence=false is typed, even where idempotence is off."
                : "Idempotence allows at most 5 in flight: a broker remembers the last 5 batches of a producer.";
        found.accept(Problem.error(Keys.IN_FLIGHT, message, Remedy.set(Keys.IN_FLIGHT, "5"), OFF));
    }

    /** One step that turns idempotence on, whatever keeps it off. */
    private static Remedy onAgain(Reading r) {
        List<String> words = new ArrayList<>();
        Map<String, String> set = new TreeMap<>();
        Set<String> unset = new TreeSet<>();
        if (r.acks() != Acks.ALL) {
            words.add("acks=all");
            set.put(Keys.ACKS, "all");
        }
        if (r.number(Keys.RETRIES) == 0) {
            words.add("retries by default");
            unset.add(Keys.RETRIES);
        }
        if (!r.bool(Keys.IDEMPOTENCE)) {
            words.add("idempotence on");
            set.put(Keys.IDEMPOTENCE, "true");
        }
        return new Remedy("Set " + String.join(", ", words), set, unset);
    }
}
