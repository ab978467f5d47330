package ackscope.ui.compose;

import ackscope.ui.base.Form;
import atlantafx.base.controls.Popover;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

/** What a load is made of: values, keys, seed, transactions. */
final class LoadOptions {
    private final Popover popover;

    LoadOptions(LoadModel load) {
        GridPane grid = new GridPane(10, 8);
        grid.setPadding(new Insets(4));
        CheckBox random = new CheckBox("random bytes as values, of size");
        random.setId("load-random");
        random.selectedProperty().bindBidirectional(load.randomProperty());
        TextField size = field("load-size", load.sizeProperty());
        size.disableProperty().bind(random.selectedProperty().not());
        grid.addRow(0, random, Form.row(size, new Label("bytes")));
        grid.addRow(1, new Label("Distinct keys; 0 uses the key typed"), field("load-keys", load.keysProperty()));
        grid.addRow(2, new Label("Seed: the same one repeats the same records"),
                field("load-seed", load.seedProperty()));
        grid.addRow(3, new Label("Records in a transaction, if there are any"),
                field("load-per-transaction", load.perTransactionProperty()));
        grid.addRow(4, new Label("Every k-th transaction is aborted; 0 for none"),
                field("load-abort-every", load.abortEveryProperty()));
        popover = new Popover(grid);
        popover.setArrowLocation(Popover.ArrowLocation.LEFT_TOP);
    }

    private static TextField field(String id, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(8);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    void show(Node owner) {
        popover.show(owner);
    }
}
