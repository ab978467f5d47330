package ackscope.core.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExperimentsTest {
    private static final Map<String, Object> NOBODY = Map.of("bootstrap.servers", "127.0.0.1:9");
    private final Experiments experiments = new Experiments();
    private final CountDownLatch begun = new CountDownLatch(1);

    /** One that does a single step. */
    private record Single(Callable<String> todo) implements Experiment {
        @Override
        public String title() {
            return "single";
        }

        @Override
        public String about() {
            return "";
        }

        @Override
        public String run(Stage stage) throws Exception {
            stage.step("the step", todo);
            return "conclusion";
        }
    }

    @AfterEach
    void close() {
        experiments.close();
    }

    private ExperimentView ended() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (experiments.view().state() == ExperimentView.State.RUNNING) {
                Thread.onSpinWait();
            }
        });
        return experiments.view();
    }

    private String forEver() throws InterruptedException {
        begun.countDown();
        new CountDownLatch(1).await();
        return "";
    }

    @Test
    void itsStepsAndItsConclusionAreTold() {
        experiments.start(new Single(() -> "result"), NOBODY, "t");
        ExperimentView view = ended();
        assertEquals(ExperimentView.State.SHOWN, view.state());
        assertEquals("conclusion", view.conclusion());
        assertEquals("result", view.steps().getFirst().result());
        assertTrue(view.steps().getFirst().tookMs() >= 0);
    }

    @Test
    void oneAtATimeAndACancelEndsIt() throws InterruptedException {
        experiments.start(new Single(this::forEver), NOBODY, "t");
        begun.await();
        IllegalStateException refused = assertThrows(IllegalStateException.class,
                () -> experiments.start(new Single(() -> ""), NOBODY, "t"));
        assertTrue(refused.getMessage().contains("Another experiment runs"));
        experiments.cancel();
        assertEquals(ExperimentView.State.CANCELLED, ended().state());
        experiments.start(new Single(() -> "fine"), NOBODY, "t");
        assertEquals(ExperimentView.State.SHOWN, ended().state(), "a cancel reaches no later one");
    }

    @Test
    void whatComesOutOtherwiseIsToldApartFromWhatCannotBeDone() {
        experiments.start(new Single(() -> {
            throw new UnexpectedResult("It went well instead.");
        }), NOBODY, "t");
        assertEquals("It came out otherwise than it must. It went well instead.", ended().conclusion());
        experiments.start(new Single(() -> {
            throw new org.apache.kafka.common.errors.TimeoutException("No answer in 8000 ms.");
        }), NOBODY, "t");
        assertTrue(ended().conclusion().startsWith("It could not be done: No answer in 8000 ms."));
    }

    @Test
    void withoutAClusterOrATopicNoneBegins() {
        assertThrows(IllegalStateException.class, () -> experiments.start(new Single(() -> ""), Map.of(), "t"));
        assertThrows(IllegalStateException.class, () -> experiments.start(new Single(() -> ""), NOBODY, ""));
        assertEquals(ExperimentView.NONE, experiments.view());
    }
}
