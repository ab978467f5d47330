package ackscope.core.run;

/**
 * How far a twin run is.
 *
 * @param words what is done, in a sentence
 * @param share from 0 to 1; a rough one, for most of the time goes by in waits
 */
public record TwinProgress(String words, double share) {
}
