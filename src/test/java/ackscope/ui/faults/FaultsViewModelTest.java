package ackscope.ui.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView.Phase;
import ackscope.core.event.FaultEvent.Place;
import ackscope.core.fault.ClientFault;
import ackscope.core.fault.FaultContext;
import ackscope.core.fault.FaultGroup;
import ackscope.core.fault.FaultKind;
import ackscope.core.fault.FaultPoint;
import ackscope.core.fault.TopicLossFault;
import ackscope.core.fault.Trigger;
import ackscope.core.fault.TriggerKind;
import ackscope.core.fault.WireFault;
import ackscope.core.wire.Interference.Action;
import ackscope.ui.base.Background;
import ackscope.ui.faults.CatalogueModel.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is filled in becomes a fault, what is wrong is said, and what acts can be undone; no toolkit. */
class FaultsViewModelTest {
    private final FakeFaults board = new FakeFaults();
    private final List<String> said = new ArrayList<>();
    private final FaultsViewModel model = new FaultsViewModel(board, Background.sameThread(), said::add);

    @BeforeEach
    void ready() {
        model.acksProperty().set("all");
        model.receive(board.after(125));
    }

    @Test
    void everyKindIsUnderItsCauseAndNothingElseIs() {
        List<Row> expected = new ArrayList<>();
        for (FaultGroup group : FaultGroup.values()) {
            expected.add(new Row.Cause(group));
            board.catalogue().in(group).forEach(kind -> expected.add(new Row.Entry(kind)));
        }
        assertEquals(expected, model.catalogue().rows());
        assertEquals(board.catalogue().kinds().size(), expected.size() - FaultGroup.values().length);
    }

    @Test
    void everyKindBeginsWithValuesThatMakeAFault() {
        for (FaultKind kind : board.catalogue().kinds()) {
            FaultForm form = form(kind.id());
            assertEquals("", form.problemProperty().get(), kind.id());
            for (TriggerKind trigger : kind.triggers()) {
                form.triggerProperty().set(trigger);
                assertTrue(form.faultProperty().get().isPresent(), kind.id() + " " + trigger);
            }
        }
    }

    @Test
    void whatIsTypedBecomesTheFault() {
        FaultForm form = form("answer-delay");
        field(form, "ms").textProperty().set("2k");
        field(form, "broker").textProperty().set("3");
        form.triggerProperty().set(TriggerKind.NEXT);
        form.triggerFields().getFirst().textProperty().set("1,000");
        form.clientProperty().set(" ackscope-1 ");
        assertEquals("broker 3 · 2,000 ms, next 1000, client ackscope-1", form.summaryProperty().get());
        model.inject(form);
        WireFault fault = (WireFault) board.injected.getFirst();
        assertEquals(new Action.Delay(2_000), fault.action());
        assertEquals(3, fault.node());
        assertEquals(Trigger.next(1_000).of("ackscope-1"), fault.trigger());
    }

    @Test
    void theTargetIsNamedThoughNobodyChoseIt() {
        FaultForm form = form("request-delay");
        assertEquals("all brokers · 500 ms, until undone", form.summaryProperty().get());
        assertEquals("broker 2 (leads orders-0)", field(form("broker-refuse"), "broker").words(),
                "it leads more than one");
        assertEquals("broker 2, all followers · until undone",
                form("replication-stall").summaryProperty().get());
    }

    @Test
    void aWrongValueIsSaidUnderItsFieldAndSetsNothing() {
        FaultForm form = form("request-delay");
        field(form, "ms").textProperty().set("soon");
        assertEquals("Delay: give a whole number from 1 to 3600000 ms.", field(form, "ms").problemProperty().get());
        assertEquals("has a wrong value", form.summaryProperty().get());
        model.inject(form);
        assertEquals(List.of(), board.injected);
        assertEquals(field(form, "ms").problemProperty().get(), said.getLast());
        field(form, "ms").textProperty().set("10");
        model.inject(form);
        assertEquals(1, board.injected.size());
        assertEquals("", model.failureProperty().get());
    }

    @Test
    void valuesThatDoNotGoTogetherAreSaid() {
        FaultForm form = form(kindAt(FaultPoint.BETWEEN_REPLICAS).id());
        field(form, "broker").textProperty().set("2");
        field(form, "follower").textProperty().set("2");
        assertTrue(form.problemProperty().get().startsWith("Leader and follower are the same broker"),
                form.problemProperty().get());
        assertEquals(Optional.empty(), form.faultProperty().get());
    }

    @Test
    void anUntouchedChoiceFollowsTheLeaderATouchedOneStays() {
        FaultForm untouched = form("broker-refuse");
        FaultForm touched = form("broker-disk");
        field(touched, "broker").textProperty().set("1");
        assertEquals("2", field(untouched, "broker").value());
        board.leader = 3;
        model.receive(board.after(125));
        assertEquals("3", field(untouched, "broker").value());
        assertEquals("1", field(touched, "broker").value());
    }

    @Test
    void withAcksNoneItIsSaidThatThereIsNoAnswer() {
        for (FaultKind kind : board.catalogue().kinds()) {
            assertFalse(says(kind, "acks=0"), kind.id());
        }
        model.acksProperty().set("0");
        for (FaultKind kind : board.catalogue().kinds()) {
            boolean answers = kind.place() == Place.ANSWER || kind.id().equals("request-error");
            assertEquals(answers, says(kind, "acks=0"), kind.id());
        }
        model.inject(form("answer-reset"));
        assertTrue(said.getLast().contains("has no answer"), said.getLast());
    }

    @Test
    void faultsOfTheClientSayThatANewProducerIsOpened() {
        for (FaultKind kind : board.catalogue().kinds()) {
            assertEquals(form(kind.id()).faultProperty().get().orElseThrow() instanceof ClientFault,
                    says(kind, "A new producer is opened"), kind.id());
        }
    }

    @Test
    void deletingATopicAsksAndOnlyAYesDeletes() {
        FaultForm form = form("topic-recreate");
        model.inject(form);
        assertEquals(List.of(), board.injected);
        assertEquals(Optional.of(form), model.askingProperty().get());
        assertTrue(FaultWords.question(form.faultProperty().get().orElseThrow())
                .startsWith("Topic 'orders' is deleted with all its records"));
        model.inject(form);
        assertEquals(List.of(), board.injected, "asking again is no yes");
        model.keep();
        model.confirm();
        assertEquals(List.of(), board.injected);
        model.inject(form);
        model.confirm();
        assertEquals("orders", ((TopicLossFault) board.injected.getFirst()).topic());
        assertEquals(Optional.empty(), model.askingProperty().get());
    }

    @Test
    void aQuestionIsOutOfDateWhenSomethingElseIsFilledIn() {
        FaultForm form = form("topic-recreate");
        model.inject(form);
        field(form, "topic").textProperty().set("other");
        assertEquals(Optional.empty(), model.askingProperty().get());
        model.confirm();
        assertEquals(List.of(), board.injected);
    }

    @Test
    void onAnotherClusterOnlyTheClientCanBeBroken() {
        board.leaveLab();
        model.receive(board.after(125));
        assertFalse(model.breakableProperty().get());
        model.inject(form("request-delay"));
        assertTrue(said.getLast().startsWith("Only the lab's own cluster can be broken."), said.getLast());
        model.inject(form("client-password"));
        assertTrue(said.getLast().startsWith("This fault needs the lab's listener"), said.getLast());
        assertEquals(List.of(), board.injected);
        model.inject(form("client-max-request"));
        assertEquals(1, board.injected.size());
        model.receive(board.after(125));
        model.healAll();
        assertEquals(List.of(), board.active);
    }

    @Test
    void beforeTheClusterIsReadyNothingCanBeFilledIn() {
        board.phase = Phase.STARTING;
        FaultsViewModel early = new FaultsViewModel(board, Background.sameThread(), said::add);
        early.receive(board.after(125));
        assertEquals(Optional.empty(), early.form(board.catalogue().kinds().getFirst()));
        assertEquals("The cluster is not ready yet: broker 2 of 3 is up", early.obstacleProperty().get());
    }

    @Test
    void whatActsIsListedWithItsHitsAndUndone() {
        FaultForm form = form("answer-swallow");
        form.triggerProperty().set(TriggerKind.FOR_TIME);
        model.inject(form);
        model.receive(board.after(2_000));
        ActiveModel row = model.active().getFirst();
        assertEquals("for 2.0 s · ends in 3.0 s · has not struck yet", row.stateProperty().get());
        board.hits(1, 3);
        model.receive(board.after(500));
        assertEquals(row, model.active().getFirst(), "the row stays the same, so that its button keeps the focus");
        assertEquals("for 2.5 s · ends in 2.5 s · struck 3 times", row.stateProperty().get());
        model.undo(row);
        model.receive(board.after(125));
        assertEquals(List.of(), model.active());
        assertTrue(said.getLast().startsWith("Undone: swallow the answer (all brokers), for 5000 ms."), said.getLast());
    }

    @Test
    void aBoardThatRefusesIsQuotedAndTheUndoIsOfferedAgain() {
        model.inject(form("broker-kill"));
        model.receive(board.after(125));
        board.failure = "Broker 2 does not start. Look at its log.";
        ActiveModel row = model.active().getFirst();
        model.undo(row);
        assertEquals(board.failure, said.getLast());
        assertFalse(row.endingProperty().get());
        model.inject(form("request-delay"));
        assertEquals(board.failure, model.failureProperty().get());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void healingTellsItsProgressOnceATickAndHowLongItTook() {
        Deque<Runnable> work = new ArrayDeque<>();
        Deque<Runnable> back = new ArrayDeque<>();
        FaultsViewModel slow = new FaultsViewModel(board, new Background(work::add, back::add), said::add);
        slow.receive(board.after(125));
        slow.healAll();
        slow.receive(board.after(125));
        assertEquals("ending the faults", slow.healing().wordsProperty().get());
        assertEquals("Healing is under way; set the next fault when all is well.", slow.obstacleProperty().get());
        slow.healAll();
        assertEquals("Healing is under way: ending the faults.", said.getLast());
        board.whileHealing = () -> {
            slow.receive(board.after(125));
            assertEquals("restarting broker 2", slow.healing().wordsProperty().get());
            assertEquals("Healing: restarting broker 2.", said.getLast());
        };
        work.removeFirst().run();
        assertEquals(0, work.size(), "one healing at a time");
        back.removeFirst().run();
        slow.receive(board.after(125));
        assertEquals("healed after 4.2 s", slow.healing().wordsProperty().get());
        assertTrue(said.getLast().matches("Healed at [\\d:]+, after 4.2 s: .*"), said.getLast());
        slow.receive(board.after(9_000));
        assertEquals("", slow.healing().wordsProperty().get());
    }

    @Test
    void aSearchFindsByAnyWords() {
        model.catalogue().searchProperty().set("Quota LOG  directory");
        List<FaultKind> found = model.catalogue().rows().stream()
                .flatMap(r -> r instanceof Row.Entry(FaultKind kind) ? Stream.of(kind) : Stream.empty()).toList();
        assertEquals(List.of(), found);
        model.catalogue().searchProperty().set("LOG  directory");
        assertEquals("broker-disk", model.catalogue().chosenProperty().get().id());
        model.catalogue().searchProperty().set("");
        model.catalogue().move(-1);
        assertEquals(board.catalogue().in(FaultGroup.CONFIGURATION).getLast(),
                model.catalogue().chosenProperty().get(), "up, over the headline of its cause");
    }

    @Test
    void aSearchChoosesTheTitleThatHasItThenWhatPeopleCallSo() {
        Map.of("unknown", "client-unknown-topic", "min.insync", "topic-min-insync", "disk", "broker-disk", "crash",
                "broker-kill", "firewall", "partition-client", "kill the con", "controller-kill")
                .forEach((word, id) -> {
                    model.catalogue().searchProperty().set(word);
                    assertEquals(id, model.catalogue().chosenProperty().get().id(), word);
                    assertEquals(new Row.Entry(model.catalogue().chosenProperty().get()),
                            model.catalogue().rows().get(1), word);
                });
    }

    @Test
    void eachPointOffersItsKindsAndRemembersItsAction() {
        QuickModel quick = model.quick();
        for (FaultPoint point : FaultPoint.values()) {
            quick.pointProperty().set(point);
            assertEquals(board.catalogue().at(point), quick.kinds());
            assertTrue(quick.kinds().contains(quick.kindProperty().get()));
            quick.kindProperty().set(quick.kinds().getLast());
        }
        quick.pointProperty().set(FaultPoint.AFTER_APPEND);
        assertEquals(quick.kinds().getLast(), quick.kindProperty().get());
    }

    @Test
    void theContextComesFromTheClusterAndTheSettings() {
        model.deliveryTimeoutMsProperty().set(8_000);
        model.minInsyncProperty().set(2);
        model.receive(board.after(125));
        assertEquals(Optional.of(new FaultContext("orders", List.of(1, 2, 3), 4, 2, List.of(1, 2, 3), 8_000, 2)),
                model.contextProperty().get());
        assertEquals("9000", field(form("client-slow-path"), "ms").value());
    }

    private boolean says(FaultKind kind, String words) {
        form(kind.id());
        return String.join(" ", model.notes(kind)).contains(words);
    }

    private FaultKind kindAt(FaultPoint point) {
        return board.catalogue().at(point).getFirst();
    }

    private FaultForm form(String id) {
        return model.form(board.catalogue().find(id).orElseThrow()).orElseThrow();
    }

    private static FieldModel field(FaultForm form, String id) {
        return form.fields().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }
}
