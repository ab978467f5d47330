package ackscope.ui.transaction;

import ackscope.core.transaction.TransactionState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/** The states and the ways between them; the current one is lit. Drawn once, in a fixed place each. */
final class StateDiagram {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double WIDTH = 96;
    private static final double HEIGHT = 21;
    private static final double GAP = 22;
    private static final double TOP = 10;
    private static final double BETWEEN = 15;
    private static final double ARROW = 3.5;

    private final Pane root = new Pane();
    private final Map<TransactionState, Label> nodes = new EnumMap<>(TransactionState.class);

    StateDiagram(ObservableValue<TransactionState> state) {
        root.getStyleClass().add("state-diagram");
        double width = 4 * WIDTH + 3 * GAP;
        double height = TOP + 2 * HEIGHT + BETWEEN + 2;
        root.setMinSize(width, height);
        root.setPrefSize(width, height);
        root.setMaxSize(width, height);
        ways();
        place(TransactionState.INITIALIZING, 0, 0);
        place(TransactionState.READY, 1, 0);
        place(TransactionState.IN_TRANSACTION, 2, 0);
        place(TransactionState.COMMITTING, 3, 0);
        place(TransactionState.CLOSED, 0, 1);
        place(TransactionState.ABORTING, 1, 1);
        place(TransactionState.ABORTABLE_ERROR, 2, 1);
        place(TransactionState.FATAL_ERROR, 3, 1);
        state.subscribe(this::show);
    }

    Region node() {
        return root;
    }

    private void show(TransactionState now) {
        TransactionState drawn = now == TransactionState.UNINITIALIZED ? TransactionState.INITIALIZING : now;
        nodes.forEach((state, label) -> label.pseudoClassStateChanged(CURRENT, state == drawn));
        root.setAccessibleText("The producer's state: " + TransactionWords.name(drawn));
    }

    private void place(TransactionState state, int column, int row) {
        Label label = new Label(TransactionWords.name(state));
        label.getStyleClass().add("state-node");
        if (state == TransactionState.ABORTABLE_ERROR || state == TransactionState.FATAL_ERROR) {
            label.getStyleClass().add("error");
        }
        label.setTooltip(new Tooltip(TransactionWords.meaning(state)));
        label.resizeRelocate(left(column), top(row), WIDTH, HEIGHT);
        label.setMinSize(WIDTH, HEIGHT);
        label.setMaxSize(WIDTH, HEIGHT);
        nodes.put(state, label);
        root.getChildren().add(label);
    }

    private static double left(int column) {
        return column * (WIDTH + GAP);
    }

    private static double top(int row) {
        return TOP + row * (HEIGHT + BETWEEN);
    }

    private void ways() {
        double middle = top(0) + HEIGHT / 2;
        double below = top(1) + HEIGHT / 2;
        for (int column = 0; column < 3; column++) {
            way(false, left(column) + WIDTH, middle, left(column + 1), middle);
        }
        // Committing leads back to ready, over the top.
        way(false, left(3) + WIDTH / 2, top(0), left(3) + WIDTH / 2, 1, left(1) + WIDTH / 2, 1, left(1) + WIDTH / 2,
                top(0));
        way(false, left(0) + WIDTH / 2, top(1), left(0) + WIDTH / 2, top(0) + HEIGHT);
        way(false, left(1) + WIDTH / 2, top(1), left(1) + WIDTH / 2, top(0) + HEIGHT);
        way(false, left(2) + WIDTH * 0.7, top(0) + HEIGHT, left(2) + WIDTH * 0.7, top(1));
        way(false, left(2), below, left(1) + WIDTH, below);
        // In transaction leads to aborting as well.
        double half = top(0) + HEIGHT + BETWEEN / 2;
        way(false, left(2) + WIDTH * 0.3, top(0) + HEIGHT, left(2) + WIDTH * 0.3, half, left(1) + WIDTH * 0.8, half,
                left(1) + WIDTH * 0.8, top(1));
        way(true, left(2) + WIDTH, below, left(3), below);
    }

    /** Straight pieces with an arrow at the end; {@code dashed} for what any state may lead to. */
    private void way(boolean dashed, double... points) {
        Polyline line = new Polyline(points);
        line.getStyleClass().add("state-way");
        if (dashed) {
            line.getStyleClass().add("any");
        }
        int n = points.length;
        double dx = Math.signum(points[n - 2] - points[n - 4]);
        double dy = Math.signum(points[n - 1] - points[n - 3]);
        double x = points[n - 2];
        double y = points[n - 1];
        Polygon arrow = new Polygon(x, y, x - 1.6 * ARROW * dx + ARROW * dy, y - 1.6 * ARROW * dy + ARROW * dx,
                x - 1.6 * ARROW * dx - ARROW * dy, y - 1.6 * ARROW * dy - ARROW * dx);
        arrow.getStyleClass().add("state-arrow");
        root.getChildren().addAll(List.of(line, arrow));
    }
}
