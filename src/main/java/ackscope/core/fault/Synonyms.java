package ackscope.core.fault;

import java.util.Map;

/** The words by which people look for a fault, beside those it is described with. By the kind's id; lower case. */
final class Synonyms {
    private static final String SLOW = "slow latency lag";
    private static final String LOST = "timeout time-out lose loss black hole firewall";
    private static final String CUT = "timeout firewall split brain netsplit unreachable";

    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("request-delay", SLOW + " timeout"),
            Map.entry("request-throttle", SLOW + " bandwidth"), Map.entry("request-hold", "timeout hang stuck freeze"),
            Map.entry("request-swallow", LOST), Map.entry("request-reset", "disconnect connection lost"),
            Map.entry("answer-delay", SLOW + " timeout"), Map.entry("answer-swallow", LOST + " duplicate lost ack"),
            Map.entry("answer-reset", "disconnect connection duplicate lost ack"),
            Map.entry("answer-error", "duplicate"), Map.entry("partition-client", CUT),
            Map.entry("partition-broker", CUT), Map.entry("partition-isolated", CUT),
            Map.entry("controller-cut", CUT), Map.entry("controller-delay", SLOW),
            Map.entry("replication-stall", "hang stuck isr"), Map.entry("replication-delay", SLOW + " isr"),
            Map.entry("replication-cut", "isr under-replicated"), Map.entry("broker-kill", "crash die dead down"),
            Map.entry("broker-stop", "shutdown down"), Map.entry("broker-pause", "freeze hang stall gc timeout"),
            Map.entry("broker-refuse", "firewall port connection refused"),
            Map.entry("broker-disk", "disk full drive storage i/o"),
            Map.entry("controller-kill", "crash die dead down"), Map.entry("client-slow-path", SLOW + " timeout"),
            Map.entry("client-buffer", "memory full"), Map.entry("client-password", "auth login sasl credentials"),
            Map.entry("client-unknown-topic", "missing timeout"), Map.entry("topic-max-message", "too large size"),
            Map.entry("topic-deny-write", "permission unauthorized"),
            Map.entry("cluster-deny-write", "permission unauthorized"),
            Map.entry("cluster-quota", SLOW + " throttle limit"), Map.entry("topic-recreate", "drop lose loss"));

    private Synonyms() {
    }

    /** Of the kind with that id; "" when its own words are enough. */
    static String of(String id) {
        return WORDS.getOrDefault(id, "");
    }
}
