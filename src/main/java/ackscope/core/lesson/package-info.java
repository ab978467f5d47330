/** Lessons: a question, a prediction, a play on real brokers, and a score by what was measured in it. */
package ackscope.core.lesson;
