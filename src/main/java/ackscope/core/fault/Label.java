package ackscope.core.fault;

import ackscope.core.event.FaultEvent.Recipe;

/**
 * A fault in words.
 *
 * @param title  a few words: "drop the answer, next 3"
 * @param expect what it does and what to expect, in a sentence or two
 * @param undo   what undoing it does
 * @param recipe what it was made of
 */
public record Label(String title, String expect, String undo, Recipe recipe) {
}
