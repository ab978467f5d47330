package ackscope.core.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.Happening;
import ackscope.core.audit.Verdict;
import ackscope.core.cluster.SharedLab;
import ackscope.core.cluster.Topics;
import ackscope.core.drill.DrillCause;
import ackscope.core.drill.DrillFile;
import ackscope.core.drill.DrillRunner;
import ackscope.core.fault.Fault;
import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultContext;
import ackscope.core.fault.Trigger;
import ackscope.core.run.Plain;
import ackscope.core.run.RunFiles;
import ackscope.core.run.RunRecord;
import ackscope.core.run.Workload;
import ackscope.core.scenario.Expectation;
import ackscope.core.scenario.Recording;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioResult;
import ackscope.core.scenario.Scenarios;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of the runs that a person makes in the console. */
class RunRecordsIT {
    private static final long LIMIT_MS = 60_000;

    @TempDir
    private Path folder;

    private static void send(Lab lab, Workload load, long acked) throws Exception {
        lab.send(load.source(Lab.FIRST_TOPIC, true, System::currentTimeMillis));
        SharedLab.await("the records", LIMIT_MS,
                () -> lab.engine().totals().acked() == acked && !lab.engine().progress().busy());
    }

    private static List<RunRecord> kept(Lab lab, int runs) {
        SharedLab.await("a kept run", LIMIT_MS, () -> lab.runFiles().load().runs().size() == runs);
        return lab.runFiles().load().runs();
    }

    @Test
    @Timeout(300)
    void whatIsPlayedIsKeptUnderItsOwnNameAsSoonAsItIsOver() throws Exception {
        try (Lab lab = new Lab(folder.resolve("runs"), SharedLab.options())) {
            lab.startLabCluster();
            SharedLab.await("the lab", 2 * LIMIT_MS, () -> lab.obstacle().isEmpty());
            Scenario scenario = Scenarios.builtIn("too-large-client");
            lab.plays().play("Lesson: How large?", scenario, _ -> {
            }, () -> false);
            SharedLab.await("its audit in the file", LIMIT_MS,
                    () -> kept(lab, 1).getFirst().audit().isPresent());
            RunRecord lesson = kept(lab, 1).getFirst();
            assertEquals("Lesson: How large?", lesson.name());
            assertTrue(lesson.audit().isPresent());

            Scenario twins = scenario.with(Map.of("acks", "1"), Map.of("acks", "all"));
            lab.twins().orElseThrow().play("Proof: Which acks?", twins, _ -> {
            }, () -> false);
            List<RunRecord> proofs = kept(lab, 3).subList(0, 2).reversed();
            assertEquals(List.of("Proof: Which acks?, acks=1", "Proof: Which acks?, acks=all"),
                    proofs.stream().map(RunRecord::name).toList());
            for (RunRecord half : proofs) {
                assertEquals(half.totals().sent(), half.audit().orElseThrow().records());
                assertEquals(half.name().substring(half.name().lastIndexOf('=') + 1),
                        Plain.value("acks", half.settings().get("acks")));
                assertTrue(half.topics().getFirst().partitions() > 0);
            }

            DrillCause cause = DrillFile.builtIn().getFirst();
            boolean[] acts = {false};
            lab.plays().alone(venue -> {
                new DrillRunner(venue, cause, 7).run(500, phase -> acts[0] |= phase == DrillRunner.Phase.ACTING,
                        () -> acts[0]);
                return cause;
            });
            RunRecord drill = kept(lab, 4).getFirst();
            assertTrue(drill.name().startsWith("Drill, "), drill.name());
            assertTrue(drill.totals().sent() > 0);

            lab.use(Map.of("acks", "all"));
            send(lab, Workload.random(3, 0, 100, 3), 3);
            lab.engine().newRun();
            assertEquals("3 records to orders, acks=all", kept(lab, 5).getFirst().name());
        }
    }

    /** Duplicates come by construction and are asked for again; records out of order come by chance and are not. */
    @Test
    @Timeout(300)
    void aRunSavedAsAScenarioComesOutAsExpectedEachTimeItIsPlayedAgain() throws Exception {
        try (Lab lab = new Lab(folder.resolve("runs"), SharedLab.options())) {
            lab.startLabCluster();
            SharedLab.await("the lab", 2 * LIMIT_MS, () -> lab.obstacle().isEmpty());
            String topic = "saved";
            lab.cluster().topics().create(new Topics.NewTopic(topic, 1, 3, 2, 1_048_588));
            lab.use(Map.of("acks", "all", "enable.idempotence", "false"));
            lab.engine().newRun();
            FaultContext context = new FaultContext(topic, List.of(1, 2, 3), 4, Fault.NO_NODE, List.of(), 120_000, 2);
            Workload load = Workload.random(600, 300, 100, 3);
            lab.send(load.source(topic, true, System::currentTimeMillis));
            SharedLab.await("some records", LIMIT_MS, () -> lab.engine().totals().acked() >= 60);
            lab.faults().orElseThrow().inject(new FaultCatalogue().find("answer-reset").orElseThrow().build(context,
                    Map.of(), Trigger.lasting(400)));
            SharedLab.await("all records", LIMIT_MS,
                    () -> lab.engine().totals().acked() == 600 && !lab.engine().progress().busy());
            lab.audits().finish(_ -> {
            }, () -> false);
            SharedLab.await("the audit in the kept run", LIMIT_MS,
                    () -> kept(lab, 1).getFirst().audit().isPresent());
            RunRecord run = kept(lab, 1).getFirst();
            Scenario saved = new Scenarios(folder.resolve("scenarios")).keep("Dropped answers",
                    Recording.text(run, "Dropped answers"));
            assertEquals("Dropped answers", saved.title());
            assertEquals(List.of("duplicated", "retries"), saved.expected().stream().map(Expectation::id).toList());
            assertTrue(saved.words().contains(" duplicated"), saved::words);
            for (int i = 0; i < 3; i++) {
                ScenarioResult again = lab.plays().play(saved, _ -> {
                }, () -> false);
                System.out.println("SAVED SCENARIO played again: " + again.halves().getFirst().checks());
                assertTrue(again.asExpected(), () -> again.halves().toString());
            }
            ScenarioResult calm = lab.plays().play(saved.undisturbed(), _ -> {
            }, () -> false);
            assertFalse(calm.asExpected(), () -> calm.halves().toString());
        }
    }

    @Test
    @Timeout(300)
    void everyRunThatSentSomethingIsKeptWithItsOwnWorkFaultsAndAudit() throws Exception {
        try (Lab lab = new Lab(folder.resolve("runs"), SharedLab.options())) {
            lab.startLabCluster();
            SharedLab.await("the lab", 2 * LIMIT_MS, () -> lab.obstacle().isEmpty());
            lab.use(Map.of("acks", "all", "linger.ms", "20"));
            lab.engine().newRun();
            FaultContext context = new FaultContext(Lab.FIRST_TOPIC, List.of(1, 2, 3), 4, Fault.NO_NODE, List.of(),
                    120_000, 2);
            long fault = lab.faults().orElseThrow().inject(new FaultCatalogue().find("request-delay").orElseThrow()
                    .build(context, Map.of("ms", "30"), Trigger.NOW));
            send(lab, Workload.random(40, 0, 100, 3), 40);
            lab.faults().orElseThrow().undo(fault);
            lab.engine().newRun();
            RunRecord first = kept(lab, 1).getFirst();
            assertEquals(40, first.totals().acked());
            assertEquals("20", first.settings().get("linger.ms"));
            assertEquals(List.of(Workload.random(40, 0, 100, 3)),
                    first.work().stream().map(RunRecord.Asked::load).toList());
            assertEquals(new RunRecord.RunTopic(Lab.FIRST_TOPIC, 6, 3, 2), first.topics().getFirst());
            assertEquals(List.of("request-delay"),
                    first.happenings().stream().filter(h -> h.kind() == Happening.Kind.FAULT).map(Happening::fault)
                            .toList());
            assertTrue(first.latency().p50Ms() >= 30, first.latency()::toString);
            assertTrue(first.audit().isEmpty());

            send(lab, Workload.random(25, 0, 100, 4), 25);
            lab.audits().finish(_ -> {
            }, () -> false);
            SharedLab.await("the audit in the kept run", LIMIT_MS,
                    () -> kept(lab, 2).getFirst().audit().isPresent());
            RunRecord audited = kept(lab, 2).getFirst();
            assertEquals(25, audited.audit().orElseThrow().count(Verdict.DELIVERED));
            assertEquals(List.of(), audited.happenings().stream().filter(h -> !h.fault().isEmpty()).toList());

            // The run that was audited is over: these records are of the next one, and stay out of its record.
            send(lab, Workload.random(7, 0, 100, 5), 7);
            assertEquals(audited.work(), kept(lab, 2).getFirst().work());
        }
        List<RunRecord> all = new RunFiles(folder.resolve("runs").resolve("run-records")).load()
                .runs();
        assertEquals(3, all.size(), "closing keeps the last one");
        RunRecord last = all.getFirst();
        assertEquals(List.of(Workload.random(7, 0, 100, 5)), last.work().stream().map(RunRecord.Asked::load).toList());
        assertEquals(7, last.totals().acked());
    }
}
