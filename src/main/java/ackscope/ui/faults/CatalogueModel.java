package ackscope.ui.faults;

import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultGroup;
import ackscope.core.fault.FaultKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The catalogue as a list: every kind under its cause, or those that a search finds, the likeliest first. One kind is chosen. */
final class CatalogueModel {

    /** A line of the list. */
    sealed interface Row {
        /** A cause. */
        record Cause(FaultGroup group) implements Row {
        }

        /** A kind under the cause above it. */
        record Entry(FaultKind kind) implements Row {
        }
    }

    /** The rank of a kind that a search does not find. */
    private static final int NOT = 3;

    private final FaultCatalogue catalogue;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Row> rowsSeen = FXCollections.unmodifiableObservableList(rows);
    private boolean filling;
    private final ObjectProperty<FaultKind> chosen = new SimpleObjectProperty<>(this, "chosen");

    CatalogueModel(FaultCatalogue catalogue) {
        this.catalogue = catalogue;
        chosen.set(catalogue.kinds().getFirst());
        search.subscribe(this::fill);
    }

    /** Words that a kind must all have in its own words or its cause's. */
    StringProperty searchProperty() {
        return search;
    }

    /**
     * Causes, each before its kinds; a cause without a find is left out. In the catalogue's order, in a search by how well they fit: first
     * those whose titles have all the words, then those that people call so, then those whose other words have them.
     */
    ObservableList<Row> rows() {
        return rowsSeen;
    }

    /** Never null; a search chooses the first of its finds, and leaves it as it was without one. */
    ObjectProperty<FaultKind> chosenProperty() {
        return chosen;
    }

    /** Chooses the next kind in the list, or with -1 the one before. */
    void move(int by) {
        List<FaultKind> found = found();
        int at = found.indexOf(chosen.get());
        if (!found.isEmpty()) {
            chosen.set(found.get(at < 0 ? 0 : Math.clamp(at + by, 0, found.size() - 1)));
        }
    }

    private List<FaultKind> found() {
        return rows.stream().flatMap(row -> row instanceof Row.Entry(FaultKind kind) ? Stream.of(kind) : Stream.empty())
                .toList();
    }

    private void fill(String typed) {
        List<String> words = Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+")).filter(w -> !w.isEmpty()).toList();
        Map<FaultGroup, List<FaultKind>> finds = Stream.of(FaultGroup.values())
                .flatMap(group -> catalogue.in(group).stream()).filter(kind -> rank(kind, words) < NOT)
                .sorted(Comparator.comparingInt(kind -> rank(kind, words)))
                .collect(Collectors.groupingBy(FaultKind::group, LinkedHashMap::new, Collectors.toList()));
        List<Row> next = new ArrayList<>();
        finds.forEach((group, kinds) -> {
            next.add(new Row.Cause(group));
            kinds.forEach(kind -> next.add(new Row.Entry(kind)));
        });
        filling = true;
        rows.setAll(next);
        filling = false;
        List<FaultKind> found = found();
        if (!found.isEmpty() && !words.isEmpty()) {
            chosen.set(found.getFirst());
        }
    }

    /** A person points at a row; what a list selects by itself while its rows change is not meant. */
    void point(Row row) {
        if (!filling && row instanceof Row.Entry(FaultKind kind) && rows.contains(row)) {
            chosen.set(kind);
        }
    }

    private static int rank(FaultKind kind, List<String> words) {
        String title = kind.title().toLowerCase(Locale.ROOT);
        String called = String.join(" ", title, kind.id(), kind.synonyms());
        String all = String.join(" ", called, kind.does(), kind.expect(), kind.group().title())
                .toLowerCase(Locale.ROOT);
        List<String> better = List.of(title, called, all);
        int rank = 0;
        while (rank < NOT && !words.stream().allMatch(better.get(rank)::contains)) {
            rank++;
        }
        return rank;
    }
}
