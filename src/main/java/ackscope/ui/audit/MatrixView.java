package ackscope.ui.audit;

import ackscope.core.audit.AuditReport;
import ackscope.core.export.VerdictWords;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.OutcomeMark;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Claimed against actual, as a table with large figures: the cells that a careful reader should look at are coloured. */
final class MatrixView {
    private final boolean low;
    private final GridPane grid = new GridPane();

    /** @param low whether there is little room: then meanings are tooltips, and names stand below the figures */
    MatrixView(boolean low) {
        this.low = low;
        grid.getStyleClass().add("audit-matrix");
        grid.getColumnConstraints().addAll(column(low ? 84 : 128, Priority.SOMETIMES),
                column(low ? 128 : 160, Priority.ALWAYS), column(low ? 128 : 160, Priority.ALWAYS),
                column(low ? 44 : 64, Priority.NEVER));
        grid.setMinHeight(Region.USE_PREF_SIZE);
        grid.setAccessibleText("What the producer was told against what the log holds");
    }

    private static ColumnConstraints column(double width, Priority grow) {
        ColumnConstraints column = new ColumnConstraints(width, width, Double.MAX_VALUE);
        column.setHgrow(grow);
        return column;
    }

    Region node() {
        return grid;
    }

    void show(AuditReport report) {
        grid.getChildren().clear();
        head(0, low ? "Told" : "The producer was told", HPos.LEFT);
        head(1, "In the log", HPos.LEFT);
        head(2, "Not in the log", HPos.LEFT);
        head(3, "Records", HPos.RIGHT);
        Matrix matrix = Matrix.of(report);
        int line = 1;
        for (Matrix.Row row : matrix.rows()) {
            grid.addRow(line, told(row), cells(row.there(), report), cells(row.absent(), report), sum(row.records()));
            line++;
        }
        grid.add(text("All", "muted"), 0, line);
        grid.add(marks(matrix.marks()), 1, line, 2, 1);
        grid.add(sum(matrix.records()), 3, line);
    }

    /** What is wrong with records that the cells above count already: a delivered record may stand there twice. */
    private static Node marks(List<Matrix.Cell> marks) {
        FlowPane all = new FlowPane(10, 0);
        all.getStyleClass().add("audit-told");
        for (Matrix.Cell mark : marks) {
            OutcomeMark.Kind kind = VerdictLook.mark(mark.verdict());
            Label label = text(Figures.count(mark.records()) + " " + VerdictWords.of(mark.verdict()),
                    "text-" + kind.styleClass());
            label.setGraphic(new OutcomeMark(kind, 9));
            label.setTooltip(new Tooltip("Of the records above. " + VerdictLook.meaning(mark.verdict(), false)));
            all.getChildren().add(label);
        }
        return all;
    }

    private void head(int column, String words, HPos side) {
        Label label = text(words, "muted");
        GridPane.setHalignment(label, side);
        grid.add(label, column, 0);
    }

    private Node told(Matrix.Row row) {
        Label meaning = text(row.meaning(), "muted");
        meaning.setWrapText(true);
        Label name = new Label(row.told());
        name.setTooltip(new Tooltip(row.meaning()));
        VBox told = low ? new VBox(name) : new VBox(name, meaning);
        told.getStyleClass().add("audit-told");
        return told;
    }

    private Node cells(List<Matrix.Cell> cells, AuditReport report) {
        VBox box = new VBox();
        box.getStyleClass().add("audit-cell");
        for (Matrix.Cell cell : cells) {
            OutcomeMark.Kind kind = VerdictLook.mark(cell.verdict());
            Label count = new Label(Figures.count(cell.records()));
            count.getStyleClass().add(cell.records() == 0 ? "audit-none" : "audit-count");
            Label title = text(VerdictLook.title(cell.verdict()),
                    cell.records() == 0 ? "muted" : "text-" + kind.styleClass());
            title.setGraphic(new OutcomeMark(kind, 9));
            title.getGraphic().setVisible(cell.records() > 0);
            Tooltip.install(box, new Tooltip(VerdictLook.meaning(cell.verdict(), report.acksNone())));
            if (cell.records() > 0) {
                box.getStyleClass().add("audit-" + kind.styleClass());
            }
            count.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(low ? new VBox(count, title) : Form.row(count, title));
        }
        GridPane.setFillHeight(box, true);
        box.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return box;
    }

    private static Label sum(long records) {
        Label label = new Label(Figures.count(records));
        label.getStyleClass().add("strong");
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().addAll("small-text", style);
        return label;
    }
}
