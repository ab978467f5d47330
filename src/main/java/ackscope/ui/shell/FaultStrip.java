package ackscope.ui.shell;

import ackscope.ui.base.Form;
import ackscope.ui.cluster.NodeStrip;
import ackscope.ui.faults.FaultsMenu;
import ackscope.ui.faults.HealBar;
import ackscope.ui.faults.QuickBar;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The strip between the diagram and the tables: all faults, the nodes, the quick way to a fault, what acts, and Heal all. */
final class FaultStrip {
    /** Below this the places fold into a menu in any case. */
    private static final double NARROW = 1300;
    /** From this on there is room for the times of the nodes' states. */
    private static final double WIDE = 1640;

    private final Bar root = new Bar();
    private final QuickBar quick;

    /**
     * @param scenarios the way to faults that come with records and what is expected of them
     * @param breakable whether there is a lab cluster that takes faults at named points
     */
    FaultStrip(FaultsMenu menu, Button scenarios, NodeStrip nodes, QuickBar quick, HealBar heal,
            ObservableValue<Boolean> breakable) {
        this.quick = quick;
        Separator line = new Separator(Orientation.VERTICAL);
        line.getStyleClass().add("strip-line");
        breakable.subscribe(on -> {
            Form.present(line, on);
            Form.present(quick.node(), on);
        });
        root.getStyleClass().addAll("strip", "fault-strip");
        root.getChildren().addAll(menu.node(), scenarios, nodes.node(), line, quick.node(), Form.space(), heal.node());
        root.widthProperty().subscribe(width -> {
            nodes.compact(width.doubleValue() < WIDE);
            heal.compact(width.doubleValue() < WIDE);
        });
    }

    private void fold(double width) {
        double others = root.getChildren().stream().filter(child -> child.isManaged() && !child.equals(quick.node()))
                .mapToDouble(child -> child.prefWidth(-1) + root.getSpacing()).sum();
        quick.compact(width < NARROW || others + quick.fullWidth() > width);
    }

    /** Folds what has no room whenever something in it has another width: a badge comes, a fault's words grow. */
    private final class Bar extends HBox {
        @Override
        protected void layoutChildren() {
            fold(getWidth() - snappedLeftInset() - snappedRightInset());
            super.layoutChildren();
        }
    }

    /** The strip, 42 high; 36 in a narrow window. */
    Region node() {
        return root;
    }
}
