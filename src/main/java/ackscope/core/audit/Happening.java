package ackscope.core.audit;

import ackscope.core.event.FaultEvent;
import ackscope.core.event.FaultEvent.Recipe;
import java.util.Objects;

/**
 * Something that happened to the cluster or was done to it, and may explain what became of records.
 *
 * @param title  a few words: "drop answers, next 3", "broker 2 killed", "leader 2 → 3"
 * @param fault  the catalogue's name of a fault; "" for what is no fault
 * @param place  where it acts
 * @param node   the broker or controller concerned, -1 for none in particular
 * @param about  the one partition that it concerns, as "topic-0"; "" for all or none
 * @param fromMs when it began, ms since the epoch
 * @param toMs   when it ended; {@link Long#MAX_VALUE} while it lasts, equal to {@code fromMs} for what takes no time
 * @param recipe makes a fault again; {@link Recipe#NONE} for what is no fault
 */
public record Happening(Kind kind, String title, String fault, FaultEvent.Place place, int node, String about,
        long fromMs, long toMs, Recipe recipe) {

    /** Runs that were kept by earlier versions do not say all of it. */
    public Happening {
        about = Objects.requireNonNullElse(about, "");
        recipe = Objects.requireNonNullElse(recipe, Recipe.NONE);
    }

    /** One that cannot be made again. */
    public Happening(Kind kind, String title, String fault, FaultEvent.Place place, int node, String about,
            long fromMs, long toMs) {
        this(kind, title, fault, place, node, about, fromMs, toMs, Recipe.NONE);
    }

    /** The same, over at a time, ms since the epoch. */
    Happening until(long atMs) {
        return new Happening(kind, title, fault, place, node, about, fromMs, atMs, recipe);
    }

    /** What sort of thing. */
    public enum Kind {
        /** A fault that was injected. */
        FAULT,
        /** Another broker leads a partition. */
        LEADER_CHANGE,
        /** A broker or controller went down or came back. */
        NODE
    }

    /** Whether it may explain what became of records in a partition; -1 for one that is not known. */
    public boolean concerns(String topic, int partition) {
        return about.isEmpty() || about.equals(topic + "-" + partition)
                || (partition < 0 && about.startsWith(topic + "-"));
    }

    /** Whether it was going on at some time between two, ms since the epoch. */
    public boolean during(long from, long to) {
        return fromMs <= to && toMs >= from;
    }
}
