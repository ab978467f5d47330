package ackscope.ui.charts;

import ackscope.ui.base.OutcomeMark;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Six figures of the run in two rows. A narrow place makes them compact: smaller figures, no third line. */
public final class StatTiles {
    private static final double COMPACT_BELOW = 300;
    private static final int COLUMNS = 3;

    private final TilesViewModel model;
    private final GridPane root = new GridPane();

    public StatTiles(TilesViewModel model) {
        this.model = model;
        createView();
        bind();
    }

    /** The view's root. */
    public Region node() {
        return root;
    }

    private void createView() {
        root.getStyleClass().add("stat-tiles");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            root.getColumnConstraints().add(column);
        }
        add(mark(OutcomeMark.Kind.SENT), "Sent", "Records given to send() in this run", model.sentProperty());
        add(mark(OutcomeMark.Kind.ACKED), "Acked", "Reported ok; with acks=0 that means handed to the socket",
                model.ackedProperty());
        add(mark(OutcomeMark.Kind.WAITING), "Open",
                "The producer has them, and there is no report yet; what the outbox holds is counted by itself",
                model.openProperty());
        add(mark(OutcomeMark.Kind.FAILED), "Failed", "Reported failed", model.failedProperty());
        add(mark(OutcomeMark.Kind.UNKNOWN), "Maybe in log",
                "Failed or without a report, and may nevertheless have been written; what is open is counted once it is"
                        + " known",
                model.maybeProperty());
        add(new FontIcon("fth-clock"), "p99 of run",
                "From send() to the acknowledgement, 99 of 100 records of this run are faster",
                model.latencyProperty());
    }

    private void bind() {
        root.widthProperty().addListener((_, _, width) -> {
            boolean compact = width.doubleValue() < COMPACT_BELOW;
            if (compact != root.getStyleClass().contains("compact")) {
                if (compact) {
                    root.getStyleClass().add("compact");
                } else {
                    root.getStyleClass().remove("compact");
                }
                root.lookupAll(".tile-detail").forEach(detail -> {
                    detail.setVisible(!compact);
                    detail.setManaged(!compact);
                });
            }
        });
    }

    private void add(Node mark, String name, String explanation, ReadOnlyObjectProperty<Tile> tile) {
        Label title = new Label(name, mark);
        title.getStyleClass().add("tile-name");
        Label value = new Label();
        value.getStyleClass().add("tile-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        Label unit = new Label();
        unit.getStyleClass().add("tile-unit");
        Label detail = new Label();
        detail.getStyleClass().add("tile-detail");
        HBox figure = new HBox(4, value, unit);
        figure.setAlignment(Pos.BASELINE_LEFT);
        VBox box = new VBox(title, figure, detail);
        box.getStyleClass().add("stat-tile");
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.accessibleTextProperty().bind(tile
                .map(t -> name + " " + t.value() + " " + t.unit() + ", " + t.detail() + ". " + explanation + "."));
        Tooltip.install(box, new Tooltip(explanation));
        value.textProperty().bind(tile.map(Tile::value));
        unit.textProperty().bind(tile.map(Tile::unit));
        detail.textProperty().bind(tile.map(Tile::detail));
        int i = root.getChildren().size();
        root.add(box, i % COLUMNS, i / COLUMNS);
    }

    private static OutcomeMark mark(OutcomeMark.Kind kind) {
        return new OutcomeMark(kind, 11);
    }
}
