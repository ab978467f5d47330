package ackscope.ui.flow;

import java.util.List;

/**
 * The broker station now.
 *
 * @param topic  the watched topic and its size
 * @param cards  the brokers shown
 * @param footer the ISR in words, or why there is nothing to say yet
 * @param brief  the same in the fewest words, where there is no room
 * @param fault  what acts between brokers, on the controller or on the topic
 */
record BrokerState(String topic, List<BrokerCard> cards, String footer, String brief, Stress stress, FaultBadge fault) {
}
