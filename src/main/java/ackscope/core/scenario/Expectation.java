package ackscope.core.scenario;

/**
 * What must come of a play.
 *
 * @param name of the error for quantities that are counted by name, else ""
 */
public record Expectation(Quantity quantity, String name, Range range) {

    /**
     * The numbers that are as expected, both ends included.
     *
     * @param most {@link Long#MAX_VALUE} for no limit
     */
    public record Range(long least, long most) {
        /** Whether a number is in it. */
        public boolean holds(long number) {
            return least <= number && number <= most;
        }

        /** "50", "at least 1", "1 to 49". */
        public String words() {
            if (least == most) {
                return Long.toString(least);
            }
            if (most == Long.MAX_VALUE) {
                return "at least " + least;
            }
            return least == 0 ? "at most " + most : least + " to " + most;
        }
    }

    /** As it is called in a file: "lost", "exceptions.NetworkException". */
    public String id() {
        return name.isEmpty() ? quantity.id() : quantity.id() + "." + name;
    }
}
