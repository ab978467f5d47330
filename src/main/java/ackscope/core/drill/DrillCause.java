package ackscope.core.drill;

import ackscope.core.fault.FaultGroup;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A cause that a drill may have. Plain data.
 *
 * @param fault  its kind in the catalogue
 * @param name   as it is offered among the answers
 * @param group  the cause that it is found under
 * @param values of the fault, by parameter
 * @param every  strikes every so many requests, if not all
 * @param signs  what to look at in the panels to tell it from the others, a sentence for each
 */
public record DrillCause(String fault, String name, FaultGroup group, Map<String, String> values, OptionalInt every,
        List<String> signs) {
    public DrillCause {
        values = Map.copyOf(values);
        signs = List.copyOf(signs);
    }
}
