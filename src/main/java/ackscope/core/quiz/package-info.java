/** Questions about producers, whose answers can be proved by a play on real brokers. */
package ackscope.core.quiz;
