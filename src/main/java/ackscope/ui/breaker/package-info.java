/** The circuit breaker in front of the producer and its outbox: how they stand, and how they are set. */
package ackscope.ui.breaker;
