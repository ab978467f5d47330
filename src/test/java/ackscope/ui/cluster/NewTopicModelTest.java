package ackscope.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.ui.cluster.NewTopicModel.Field;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.internals.Topic;
import org.junit.jupiter.api.Test;

/** The form for a new topic: what it lets through, and what it says; no toolkit. */
class NewTopicModelTest {
    private final NewTopicModel form = new NewTopicModel(List.of("orders", "a.b"), () -> 3, () -> 200);

    @Test
    void namesAreAllowedExactlyWhereKafkaAllowsThem() {
        Random random = new Random(7);
        String alphabet = "aZ09._-/ é\n";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            int length = random.nextInt(10) == 0 ? 245 + random.nextInt(10) : random.nextInt(6);
            int letters = random.nextBoolean() ? alphabet.length() : 7;
            for (int n = 0; n < length; n++) {
                name.append(alphabet.charAt(random.nextInt(letters)));
            }
            assertEquals(kafkaAllows(name.toString()), TopicName.problem(name.toString(), List.of()).isEmpty(),
                    name::toString);
        }
    }

    private static boolean kafkaAllows(String name) {
        try {
            Topic.validate(name);
            return true;
        } catch (InvalidTopicException e) {
            return false;
        }
    }

    @Test
    void namesThatCollideInKafkaAreRefused() {
        assertTrue(Topic.hasCollision("a.b", "a_b"));
        assertTrue(TopicName.problem("a_b", List.of("a.b")).contains("'a.b' is there already"));
        assertTrue(TopicName.problem("orders", List.of("orders")).contains("there already"));
    }

    @Test
    void emptyNameIsComplainedAboutOnlyOnceItWasTried() {
        assertEquals("", form.problem(Field.NAME).get());
        assertFalse(form.complete());
        assertEquals("Give it a name.", form.problem(Field.NAME).get());
    }

    @Test
    void numbersAreCheckedAsTyped() {
        form.text(Field.PARTITIONS).set("0");
        assertTrue(form.problem(Field.PARTITIONS).get().startsWith("1 to 200."));
        form.text(Field.PARTITIONS).set("many");
        assertEquals("A whole number is wanted here.", form.problem(Field.PARTITIONS).get());
        form.text(Field.REPLICATION).set("4");
        assertEquals("1 to 3. The cluster has 3 brokers.", form.problem(Field.REPLICATION).get());
        form.text(Field.REPLICATION).set("1");
        form.text(Field.MIN_INSYNC).set("2");
        assertTrue(form.problem(Field.MIN_INSYNC).get().startsWith("Only 1 is possible."),
                form.problem(Field.MIN_INSYNC)::get);
        form.text(Field.MAX_BYTES).set("60");
        assertTrue(form.problem(Field.MAX_BYTES).get().contains("not even an empty record"));
        assertFalse(form.complete());
    }

    @Test
    void whatWasTypedIsWhatIsCreated() {
        form.text(Field.NAME).set("clicks");
        form.text(Field.MAX_BYTES).set("2,000,000");
        assertTrue(form.complete());
        assertEquals(new ackscope.core.cluster.Topics.NewTopic("clicks", 6, 3, 2, 2_000_000), form.topic());
    }
}
