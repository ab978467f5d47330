package ackscope.core.settings;

import java.util.function.Consumer;

/** One concern about settings: says what it finds. */
@FunctionalInterface
interface Rule {
    void check(Reading settings, Consumer<Problem> found);
}
