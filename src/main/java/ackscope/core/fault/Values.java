package ackscope.core.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Filled-in parameters, checked: one that was not given has its initial value, and none is out of its range. */
final class Values {
    private final Map<String, String> values = new HashMap<>();

    /** @throws FaultException in words when a value is wrong */
    Values(List<Parameter> parameters, Map<String, String> given) {
        for (Parameter parameter : parameters) {
            String value = given.getOrDefault(parameter.id(), parameter.initial()).strip();
            parameter.problem(value).ifPresent(problem -> {
                throw new FaultException(problem);
            });
            values.put(parameter.id(), value);
        }
    }

    /** All of them. */
    Map<String, String> all() {
        return Map.copyOf(values);
    }

    String text(String id) {
        return values.get(id);
    }

    long number(String id) {
        return Long.parseLong(text(id));
    }

    double decimal(String id) {
        return Double.parseDouble(text(id));
    }

    /** A node's id; {@link Fault#NO_NODE} for all. */
    int node(String id) {
        return text(id).equals(FaultContext.ALL) ? Fault.NO_NODE : Integer.parseInt(text(id));
    }
}
