package ackscope.ui.alerts;

import ackscope.ui.base.Form;
import ackscope.ui.base.Shown;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The alerts as a table, the chosen one in full beside it. Whoever does not look at it is told by a notice. */
public final class AlertsView {
    private static final double DETAIL_SHARE = 0.38;

    private final AlertsViewModel model;
    private final AlertTable table;
    private final AlertDetail detail = new AlertDetail();
    private final HBox root = new HBox();
    private final AlertControls controls;
    private final AlertNotice notice;

    /** @param bringForward brings this panel to the front */
    public AlertsView(AlertsViewModel model, Runnable bringForward) {
        this.model = model;
        notice = new AlertNotice(model, bringForward);
        table = new AlertTable(model);
        controls = new AlertControls(model);
        createView();
        bind();
    }

    /** The view's root. */
    public Region node() {
        return root;
    }

    /** What tells of an alert who does not look at them, for a line of the window that is always there; takes no room while there is none. */
    public Region notice() {
        return notice.node();
    }

    /** What stands beside the tabs while this one is chosen. */
    public HBox controls() {
        return controls.node();
    }

    private void createView() {
        HBox.setHgrow(table.node(), Priority.ALWAYS);
        detail.node().prefWidthProperty().bind(root.widthProperty().multiply(DETAIL_SHARE));
        detail.node().minWidthProperty().bind(detail.node().prefWidthProperty());
        root.getStyleClass().add("alerts");
        root.getChildren().addAll(table.node(), detail.node());
    }

    private void bind() {
        table.node().getSelectionModel().selectedItemProperty().subscribe(row -> {
            Form.present(detail.node(), row != null);
            if (row != null) {
                detail.show(row);
            }
        });
        model.tell(this::inSight);
    }

    private boolean inSight() {
        return Shown.is(root) && root.getScene().getWindow().isFocused();
    }
}
