package ackscope.core.event;

/**
 * An edge of the failure-flow diagram. The unit is record-attempts, for {@code ALERT} alarms raised. At rest {@code SEND = ACKNOWLEDGE + FAIL} and
 * {@code FAIL = RETRY + EXHAUSTED + NOT_RETRIABLE}; {@code NEVER_SENT} reaches the error log without passing FAIL.
 */
public enum FlowEdge {
    SEND, ACKNOWLEDGE, FAIL, RETRY, EXHAUSTED, NOT_RETRIABLE, NEVER_SENT, ALERT
}
