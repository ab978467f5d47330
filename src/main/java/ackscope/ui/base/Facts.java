package ackscope.ui.base;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A small table that is only read: a row of headings, then rows; columns whose heading begins with # hold figures. */
public final class Facts {
    private final GridPane grid = new GridPane();
    private final List<String> headings;
    private int rows;

    /** @param headings of the columns */
    public Facts(List<String> headings) {
        this.headings = headings;
        grid.getStyleClass().add("facts");
        for (int i = 0; i < headings.size(); i++) {
            boolean figures = headings.get(i).startsWith("#");
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(figures ? HPos.RIGHT : HPos.LEFT);
            column.setHgrow(i == headings.size() - 1 && !figures ? Priority.ALWAYS : Priority.SOMETIMES);
            column.setMinWidth(figures ? Region.USE_PREF_SIZE : 40);
            grid.getColumnConstraints().add(column);
        }
        row("facts-head", headings.stream().map(h -> h.startsWith("#") ? h.substring(1) : h).toList());
    }

    /** One more row. */
    public Facts row(List<String> cells) {
        return row("facts-row", cells);
    }

    /** A row whose figures above 0 are marked, and its name if there are any. */
    public Facts alarming(List<String> cells) {
        boolean any = cells.stream().skip(1).anyMatch(c -> !c.equals("0"));
        row("facts-row", cells);
        grid.getChildren().stream().filter(c -> GridPane.getRowIndex(c) == rows - 1 && any)
                .filter(c -> !((Label) c).getText().equals("0")).forEach(c -> c.getStyleClass().add("bad"));
        return this;
    }

    /** @param tone style class of every cell, to mark what matters */
    private Facts row(String tone, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Label cell = new Label(cells.get(i));
            boolean figures = headings.get(i).startsWith("#");
            cell.setWrapText(!figures);
            cell.setMaxWidth(Double.MAX_VALUE);
            cell.setMinHeight(Region.USE_PREF_SIZE);
            cell.getStyleClass().addAll("facts-cell", tone, figures ? "figures" : "words");
            grid.add(cell, i, rows);
        }
        rows++;
        return this;
    }

    /** The table. */
    public Region node() {
        return grid;
    }
}
