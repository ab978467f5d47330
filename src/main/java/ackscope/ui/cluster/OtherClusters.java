package ackscope.ui.cluster;

import ackscope.ui.base.Form;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The way to another cluster, and the way back. */
final class OtherClusters {
    private final ClusterViewModel model;
    private final Runnable left;
    private final VBox root = new VBox(8);

    /** @param left called when one of the ways is taken */
    OtherClusters(ClusterViewModel model, Runnable left) {
        this.model = model;
        this.left = left;
        createView();
    }

    Region node() {
        return root;
    }

    private void createView() {
        Button open = new Button("Use another cluster…", new FontIcon("fth-server"));
        open.setId("connect-open");
        open.setOnAction(_ -> {
            left.run();
            model.openConnections();
        });
        Button back = new Button("Back to the lab cluster", new FontIcon("fth-corner-up-left"));
        back.setId("connect-back");
        back.setOnAction(_ -> {
            left.run();
            model.startLabCluster();
        });
        model.ownLabProperty().subscribe(own -> Form.present(back, !own));
        Label warning = new Label();
        warning.getStyleClass().addAll("muted", "small-text");
        warning.setWrapText(true);
        warning.setMinHeight(Region.USE_PREF_SIZE);
        warning.textProperty().bind(model.ownLabProperty().map(own -> own
                ? "Switching ends the run, closes its producer, and removes the lab's brokers with their records."
                : "Switching ends the run and closes its producer. The lab cluster starts with no records."));
        root.getChildren().addAll(Form.row(open, back), warning);
    }
}
