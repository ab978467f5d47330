package ackscope.core.fault;

import ackscope.core.fault.Parameter.Choice;
import java.util.ArrayList;
import java.util.List;

/**
 * The errors that a produce answer can carry, by Kafka's names ({@code Errors}), grouped by what the client does with them
 * ({@code Sender.completeBatch}, {@code TransactionManager}).
 */
final class ProduceErrors {
    private static final String RETRIED = "retried";
    private static final String FAILS = "not retried: the record fails";
    private static final String SPLIT = "a batch of several is split and its parts sent again, which is no retry; a record alone fails";
    private static final String FATAL = "not retried: an idempotent or transactional producer is beyond use";
    private static final String ABORT = "not retried: a transaction has to be aborted";
    private static final String SUCCESS = "taken for success";

    private ProduceErrors() {
    }

    /** All of them, those most often met first in each group. */
    static List<Choice> choices() {
        List<Choice> all = new ArrayList<>();
        add(all, RETRIED, "NOT_LEADER_OR_FOLLOWER", "NOT_ENOUGH_REPLICAS", "NOT_ENOUGH_REPLICAS_AFTER_APPEND",
                "REQUEST_TIMED_OUT", "UNKNOWN_TOPIC_OR_PARTITION", "UNKNOWN_TOPIC_ID", "LEADER_NOT_AVAILABLE",
                "FENCED_LEADER_EPOCH", "NETWORK_EXCEPTION", "KAFKA_STORAGE_ERROR", "CORRUPT_MESSAGE",
                "CONCURRENT_TRANSACTIONS", "COORDINATOR_LOAD_IN_PROGRESS");
        // Retried with idempotence alone; without it they end the record.
        add(all, "retried with idempotence, else the record fails", "OUT_OF_ORDER_SEQUENCE_NUMBER",
                "UNKNOWN_PRODUCER_ID");
        add(all, FAILS, "TOPIC_AUTHORIZATION_FAILED", "RECORD_LIST_TOO_LARGE", "INVALID_RECORD",
                "INVALID_TIMESTAMP", "INVALID_TOPIC_EXCEPTION", "INVALID_REQUIRED_ACKS", "POLICY_VIOLATION",
                "UNSUPPORTED_FOR_MESSAGE_FORMAT", "UNKNOWN_SERVER_ERROR");
        add(all, SPLIT, "MESSAGE_TOO_LARGE");
        add(all, FATAL, "CLUSTER_AUTHORIZATION_FAILED", "TRANSACTIONAL_ID_AUTHORIZATION_FAILED", "PRODUCER_FENCED",
                "INVALID_PRODUCER_ID_MAPPING", "UNSUPPORTED_VERSION");
        add(all, ABORT, "INVALID_PRODUCER_EPOCH", "TRANSACTION_ABORTABLE", "INVALID_TXN_STATE");
        add(all, SUCCESS, "DUPLICATE_SEQUENCE_NUMBER");
        return List.copyOf(all);
    }

    private static void add(List<Choice> all, String group, String... names) {
        for (String name : names) {
            all.add(new Choice(name, name, group));
        }
    }
}
