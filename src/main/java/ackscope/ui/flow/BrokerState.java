package ackscope.ui.flow;

import java.util.List;

/**
 * The broker station now.
 *
 * @param topic  the watched topic and its size
 * @param cards  the brokers shown
 * @param footer the ISR in words, or why there is nothing to say yet
 * @param fault  what acts between brokers, on the controller or on the topic
 */
record BrokerState(String topic, List<BrokerCard> cards, String footer, Stress stress, FaultBadge fault) {
}
