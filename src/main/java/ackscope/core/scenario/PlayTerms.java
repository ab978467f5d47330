package ackscope.core.scenario;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.settings.EffectiveSettings;

/**
 * What a play sends to, and with: its own, whatever the console's are.
 *
 * @param topic    made for this play
 * @param shape    of the topic
 * @param settings of the producer, without what faults change about it
 * @param breaker  stands in front of the producer
 */
public record PlayTerms(String topic, Scenario.Shape shape, EffectiveSettings settings, BreakerSettings breaker) {
}
