package ackscope.core.settings;

/**
 * Settings with a name.
 *
 * @param description when to use it, in a sentence or two
 * @param builtIn     whether it came with the app and cannot be changed
 */
public record Preset(String name, String description, boolean builtIn, ProducerSettings settings) {
}
