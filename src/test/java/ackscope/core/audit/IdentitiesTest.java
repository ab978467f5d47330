package ackscope.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ackscope.core.audit.TopicRead.Identity;
import ackscope.core.cluster.TopicLog;
import ackscope.core.send.TopicStart;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether a topic is still the one that the run began with. */
class IdentitiesTest {
    private static final TopicStart STARTED = new TopicStart(true, "a", List.of(0L));
    private static final Optional<TopicLog> NONE = Optional.empty();

    private static Optional<TopicLog> log(String id) {
        return Optional.of(new TopicLog("t", id, false, 1, List.of()));
    }

    @Test
    void itIsTheSameOnlyIfItWasThereAllAlong() {
        assertEquals(Identity.SAME, Identities.of(STARTED, log("a"), log("a")));
        assertEquals(Identity.RECREATED, Identities.of(STARTED, log("b"), log("b")));
        assertEquals(Identity.RECREATED, Identities.of(STARTED, log("a"), log("b")));
        assertEquals(Identity.GONE, Identities.of(STARTED, log("a"), NONE));
    }

    @Test
    void whatCameUpUnseenMayHaveBeenMadeTwice() {
        assertEquals(Identity.UNKNOWN, Identities.of(STARTED, NONE, log("a")));
        assertEquals(Identity.UNKNOWN, Identities.of(TopicStart.ABSENT, log("a"), log("a")));
        assertEquals(Identity.UNKNOWN, Identities.of(TopicStart.UNKNOWN, log("a"), log("a")));
        assertEquals(Identity.NEVER, Identities.of(TopicStart.ABSENT, NONE, NONE));
    }
}
