package ackscope.core.scenario;

import ackscope.core.cluster.ClusterView;
import ackscope.core.fault.Fault;
import ackscope.core.scenario.Step.After;
import ackscope.core.secret.Secrets;
import ackscope.core.send.SendEngine;
import ackscope.core.settings.EffectiveSettings;
import ackscope.core.transaction.Call;
import ackscope.core.transaction.ExperimentView;
import ackscope.core.transaction.Rival;
import ackscope.core.transaction.TransactionState;
import ackscope.core.transaction.TransactionView;
import ackscope.core.transaction.Trouble;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/** Does the steps of a scenario, each at its record or time, with the load going on beside them. For one thread, once. */
final class Performance {
    private static final long LIMIT_MS = 60_000;
    /** A call of the transactional producer that waits longer is left to itself. */
    private static final long CALL_MS = 15_000;

    private final Venue venue;
    private final Ground ground;
    private final SendEngine engine;
    private final Scenario scenario;
    private final EffectiveSettings effective;
    private final Sending sending;
    private final Patience patience;
    private final Consumer<String> told;
    private final SetFaults faults;
    private final List<String> callErrors = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private int shown;

    Performance(Venue venue, Ground ground, Scenario scenario, EffectiveSettings effective, Sending sending,
            Patience patience,
            Consumer<String> told) {
        this.venue = venue;
        this.ground = ground;
        this.engine = venue.engine();
        this.scenario = scenario;
        this.effective = effective;
        this.sending = sending;
        this.patience = patience;
        this.told = told;
        faults = new SetFaults(venue.faults());
    }

    /** The exceptions that calls of the transactional producer failed with, in order. */
    List<String> callErrors() {
        return callErrors;
    }

    /** What went wrong beside single records, in words. */
    List<String> troubles() {
        return troubles;
    }

    /** Experiments that came out as they must. */
    int shown() {
        return shown;
    }

    /** Does all of them, and sends the load where it belongs. */
    void perform() {
        List<Step> steps = scenario.steps();
        int head = 0;
        while (head < steps.size() && !steps.get(head).after().said()) {
            perform(steps.get(head++));
        }
        scenario.load().ifPresent(load -> {
            told.accept("sending " + load.words());
            sending.send(load, false);
        });
        long began = System.nanoTime();
        for (Step step : steps.subList(head, steps.size())) {
            await(step.after(), began);
            perform(step);
        }
        patience.until("everything to be sent", sending.limitMs(effective), sending::given);
        if (!engine.progress().problem().isEmpty()) {
            troubles.add("Sending ended early: " + engine.progress().problem());
        }
    }

    private void await(After after, long began) {
        if (after.records() > 0) {
            patience.until("record " + after.records() + " to be sent", sending.limitMs(effective),
                    () -> sending.sent() >= after.records() || sending.given());
        }
        if (after.failed() > 0) {
            patience.until(after.failed() + " records to fail", sending.limitMs(effective),
                    () -> sending.failed() >= after.failed() || sending.reported());
        }
        if (after.reports()) {
            patience.until("the reports", sending.limitMs(effective), sending::reported);
        }
        boolean sinceBegin = after.records() == 0 && after.failed() == 0 && !after.reports();
        patience.pass(sinceBegin ? began : System.nanoTime(), after.ms());
    }

    private void perform(Step step) {
        patience.check();
        switch (step) {
            case Step.Break fault -> begin(fault);
            case Step.Undo undo -> {
                told.accept("undoing " + undo.fault());
                faults.undo(undo);
            }
            case Step.Heal _ -> venue.faults().healAll(words -> told.accept("healing: " + words));
            case Step.Idle(After _, long ms) -> {
                told.accept("the application stands still for " + ms + " ms");
                patience.pass(System.nanoTime(), ms);
            }
            case Step.Rival _ -> rival();
            case Step.Show(After _, String experiment) -> show(experiment);
            case Step.Send(After _, var load) -> {
                told.accept("sending " + load.words());
                sending.send(load, false);
            }
            case Step.SendAgain _ -> {
                told.accept("the application sends again what failed");
                sending.again(effective);
            }
            case Step.Transact(After _, Call call) -> transact(call);
        }
    }

    private void begin(Step.Break step) {
        ClusterView.Partition before = ground.partition();
        Fault fault = ground.fault(step.fault(), step.values(), step.trigger(), effective.deliveryTimeoutMs(),
                scenario.topic().minInsync());
        told.accept(fault.label().title());
        faults.set(step, fault);
        long at = System.currentTimeMillis();
        switch (step.until()) {
            case NOTHING -> {
                // The next step has a time of its own.
            }
            case ANOTHER_LEADER -> await("another leader", view -> partition(view)
                    .filter(p -> p.leader() >= 0 && p.leader() != before.leader()).isPresent());
            case SMALLER_ISR -> await("a smaller ISR",
                    view -> partition(view).filter(p -> p.isr().size() < before.isr().size()).isPresent());
            case FULL_ISR -> await("every replica to be in sync again",
                    view -> view.partitionsAtMs() > at && !view.partitions().isEmpty() && view.partitions().stream()
                            .allMatch(p -> p.leader() >= 0 && p.isr().size() == p.replicas().size()));
        }
    }

    private interface Holds {
        boolean in(ClusterView view);
    }

    private void await(String what, Holds holds) {
        told.accept("waiting for " + what);
        patience.until(what, LIMIT_MS, () -> holds.in(venue.cluster().view()));
    }

    private static Optional<ClusterView.Partition> partition(ClusterView view) {
        return view.partitions().stream().findFirst();
    }

    private void rival() {
        told.accept("another producer takes the transactional.id over");
        try {
            Rival.takeOver(venue.cluster().clientProperties(), effective.transactionalId().orElseThrow());
        } catch (KafkaException e) {
            throw new ScenarioException("The other producer could not take the transactional.id over: "
                    + Secrets.said(e), e);
        }
    }

    private void show(String name) {
        told.accept("showing: " + name);
        try {
            venue.experiments().start(Shows.find(name).orElseThrow(), venue.cluster().clientProperties(),
                    venue.cluster().view().topic());
        } catch (IllegalStateException e) {
            throw new ScenarioException("The experiment cannot begin: " + e.getMessage(), e);
        }
        patience.until("the experiment to end", LIMIT_MS,
                () -> venue.experiments().view().state() != ExperimentView.State.RUNNING);
        ExperimentView view = venue.experiments().view();
        if (view.state() == ExperimentView.State.SHOWN) {
            shown++;
        } else {
            troubles.add(view.conclusion());
        }
    }

    private void transact(Call call) {
        told.accept("transaction: " + call.word());
        Optional<Trouble> before = engine.transactions().view().trouble();
        switch (call) {
            case BEGIN -> engine.transactions().begin();
            case COMMIT -> engine.transactions().commit();
            case ABORT -> engine.transactions().abort();
            case REPLACE -> engine.transactions().replace();
            case SEND -> throw new IllegalArgumentException("records are sent by a step of their own");
        }
        var done = engine.caughtUp();
        boolean ended = patience.orGoOn(CALL_MS, done::isDone);
        TransactionView view = engine.transactions().view();
        view.trouble().filter(t -> !Optional.of(t).equals(before)).ifPresent(t -> callErrors.add(t.error()));
        if (!ended) {
            troubles.add("The " + call.word() + " of a transaction still waits after " + CALL_MS / 1000 + " s: "
                    + view.waitsFor() + ".");
        } else if (!after(call).contains(view.state())) {
            troubles.add("The transaction is " + view.state() + " after its " + call.word()
                    + view.trouble().map(t -> ": " + t.words()).orElse("."));
        }
    }

    private static Set<TransactionState> after(Call call) {
        return call == Call.BEGIN
                ? EnumSet.of(TransactionState.IN_TRANSACTION)
                : EnumSet.of(TransactionState.READY, TransactionState.CLOSED);
    }
}
