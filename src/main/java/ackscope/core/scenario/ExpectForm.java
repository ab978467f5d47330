package ackscope.core.scenario;

import ackscope.core.run.Workload;
import ackscope.core.scenario.Expectation.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a scenario file expects. An expectation that cannot fail, or cannot be met, is a flaw. */
final class ExpectForm {
    private final OptionalLong records;

    ExpectForm(Scenario scenario) {
        boolean unknown = scenario.steps().stream().anyMatch(Step.SendAgain.class::isInstance);
        records = unknown
                ? OptionalLong.empty()
                : OptionalLong.of(Stream.concat(scenario.load().stream(), scenario.steps().stream()
                        .filter(Step.Send.class::isInstance).map(s -> ((Step.Send) s).load()))
                        .mapToLong(Workload::count).sum());
    }

    List<Expectation> read(Form form) {
        List<Expectation> all = new ArrayList<>();
        form.each((name, value) -> Quantity.named(name).ifPresentOrElse(quantity -> {
            if (quantity.byName()) {
                form.form(name, "'" + name + "'").ifPresent(errors -> errors.each(
                        (error, range) -> one(errors, quantity, error, range, all)));
            } else {
                one(form, quantity, "", value, all);
            }
        }, () -> form.flaw(name, "Nothing that can be expected is called '" + name + "'."
                + Form.near(name, Arrays.stream(Quantity.values()).map(Quantity::id).toList()))));
        if (form.group().members().isEmpty()) {
            form.flaw(form.group(), "Nothing is expected, so this cannot fail. Say what must come of it.");
        }
        return all;
    }

    private void one(Form form, Quantity quantity, String error, Located value, List<Expectation> all) {
        String member = error.isEmpty() ? quantity.id() : error;
        Range range;
        switch (value) {
            case Located.Numeral _ -> {
                OptionalLong exact = form.whole(member, 0, Long.MAX_VALUE - 1);
                if (exact.isEmpty()) {
                    return;
                }
                range = new Range(exact.getAsLong(), exact.getAsLong());
            }
            case Located.Group _ -> {
                Form bounds = form.form(member, "'" + member + "'").orElseThrow();
                range = new Range(bounds.whole("atLeast", 0, Long.MAX_VALUE - 1, 0),
                        bounds.whole("atMost", 0, Long.MAX_VALUE - 1, Long.MAX_VALUE));
                bounds.end();
            }
            case Located.Row _,Located.Text _,Located.Flag _,Located.Nothing _ -> {
                form.flaw(value, "'" + member + "' is a number, or an object with atLeast and atMost, not "
                        + value.kind() + ".");
                return;
            }
        }
        checkRange(form, value, quantity, range);
        all.add(new Expectation(quantity, error, range));
    }

    private void checkRange(Form form, Located at, Quantity quantity, Range range) {
        OptionalLong most = quantity.most(records);
        if (range.least() > range.most()) {
            form.flaw(at, "This can never be met: atLeast is over atMost.");
        } else if (most.isPresent() && range.least() > most.getAsLong()) {
            form.flaw(at, "This can never be met: only " + most.getAsLong() + " records are sent.");
        } else if (range.least() == 0 && range.most() >= most.orElse(Long.MAX_VALUE)) {
            form.flaw(at, "This cannot fail: '" + quantity.id() + "' is always "
                    + new Range(0, most.orElse(Long.MAX_VALUE)).words() + ". Ask for more, or leave it out.");
        }
    }

    /** A scenario that breaks something expects something that only its faults make; else it would prove nothing. */
    void mustNeedItsFaults(Form form, Scenario scenario) {
        if (scenario.disturbs() && Stream.concat(scenario.expected().stream(), scenario.expectedOfTwin().stream())
                .noneMatch(e -> e.quantity().onlyByFault(e.range(), records))) {
            form.flaw("expect",
                    "All that is expected would also come of it with nothing broken. Expect something that only"
                            + " the faults make: retries, an exception, a change of the leader, an anomaly, or a time of "
                            + Quantity.SLOW_MS + " ms and more.");
        }
    }
}
