package ackscope.ui.transaction;

import ackscope.ui.base.Shown;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The producer's state and moves at the left, the two readers beside it, an experiment's steps at the right while there is one. */
public final class TransactionPanel {
    private final TransactionViewModel model;
    private final TransactionControls controls;
    private final HBox root = new HBox();

    public TransactionPanel(TransactionViewModel model) {
        this.model = model;
        controls = new TransactionControls(model);
        createView();
        model.looked(() -> Shown.is(root));
    }

    /** The view's root. */
    public Region node() {
        return root;
    }

    /** What stands beside the tabs while this one is chosen. */
    public HBox controls() {
        return controls.node();
    }

    private void createView() {
        Region all = new ReaderList("read_uncommitted",
                "A reader with isolation.level=read_uncommitted is given everything",
                model.uncommitted(), "Nothing was read yet.").node();
        Region committed = new ReaderList("read_committed",
                "A reader with isolation.level=read_committed is given what was committed, up to the last stable offset",
                model.committed(), "Nothing was committed yet.").node();
        for (Region reader : new Region[]{all, committed}) {
            HBox.setHgrow(reader, Priority.ALWAYS);
            reader.setPrefWidth(300);
        }
        root.getStyleClass().add("transactions");
        root.getChildren().addAll(new ProducerPane(model).node(), all, committed, new ExperimentPane(model).node());
    }
}
