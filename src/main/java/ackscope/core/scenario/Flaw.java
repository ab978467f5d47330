package ackscope.core.scenario;

/**
 * Something that is wrong in a scenario file.
 *
 * @param line   from 1
 * @param column from 1
 * @param words  what is wrong and what to write instead
 */
public record Flaw(int line, int column, String words) {
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + words;
    }
}
