package ackscope.core.scenario;

/**
 * How far a play is.
 *
 * @param words what is done, in a sentence
 * @param share from 0 to 1; a rough one, for most of the time goes by in waits
 */
public record ScenarioProgress(String words, double share) {
}
