/** The circuit breaker in front of the producer, and the outbox for what it turns away. */
package ackscope.core.breaker;
