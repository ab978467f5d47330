package ackscope.ui.audit;

import ackscope.core.audit.AuditReport;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.OutcomeMark;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Claimed against actual, as a table with large figures: the cells that a careful reader should look at are coloured. */
final class MatrixView {
    private final GridPane grid = new GridPane();

    MatrixView() {
        grid.getStyleClass().add("audit-matrix");
        grid.getColumnConstraints().addAll(column(128, Priority.SOMETIMES), column(108, Priority.ALWAYS),
                column(108, Priority.ALWAYS), column(64, Priority.NEVER));
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
        head(0, "The producer was told", HPos.LEFT);
        head(1, "In the log", HPos.LEFT);
        head(2, "Not in the log", HPos.LEFT);
        head(3, "Told", HPos.RIGHT);
        Matrix matrix = Matrix.of(report);
        int line = 1;
        for (Matrix.Row row : matrix.rows()) {
            grid.addRow(line, told(row), cells(row.there(), report), cells(row.absent(), report), sum(row.records()));
            line++;
        }
        grid.addRow(line, text("Records", "muted"), new Label(), new Label(), sum(matrix.records()));
    }

    private void head(int column, String words, HPos side) {
        Label label = text(words, "muted");
        GridPane.setHalignment(label, side);
        grid.add(label, column, 0);
    }

    private static Node told(Matrix.Row row) {
        Label meaning = text(row.meaning(), "muted");
        meaning.setWrapText(true);
        VBox told = new VBox(new Label(row.told()), meaning);
        told.getStyleClass().add("audit-told");
        return told;
    }

    private static Node cells(List<Matrix.Cell> cells, AuditReport report) {
        VBox box = new VBox();
        box.getStyleClass().add("audit-cell");
        for (Matrix.Cell cell : cells) {
            OutcomeMark.Kind kind = VerdictWords.mark(cell.verdict());
            Label count = new Label(Figures.count(cell.records()));
            count.getStyleClass().add(cell.records() == 0 ? "audit-none" : "audit-count");
            Label title = text(VerdictWords.title(cell.verdict()),
                    cell.records() == 0 ? "muted" : "text-" + kind.styleClass());
            title.setGraphic(new OutcomeMark(kind, 9));
            title.getGraphic().setVisible(cell.records() > 0);
            Tooltip.install(box, new Tooltip(VerdictWords.meaning(cell.verdict(), report.acksNone())));
            if (cell.records() > 0) {
                box.getStyleClass().add("audit-" + kind.styleClass());
            }
            box.getChildren().add(Form.row(count, title));
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
