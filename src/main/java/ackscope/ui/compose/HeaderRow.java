package ackscope.ui.compose;

import ackscope.ui.base.Form;
import atlantafx.base.controls.Popover;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The headers: a chip each, and a small form to change one. */
final class HeaderRow {
    private final ComposeViewModel model;
    private final FlowPane chips = new FlowPane(4, 4);
    private final HBox root;

    HeaderRow(ComposeViewModel model) {
        this.model = model;
        Label label = new Label("Headers");
        label.setMinWidth(54);
        HBox.setHgrow(chips, Priority.ALWAYS);
        root = Form.row(label, chips);
        model.headers().addListener((ListChangeListener<HeaderModel>) _ -> fill());
        fill();
    }

    Region node() {
        return root;
    }

    private void fill() {
        chips.getChildren().clear();
        for (HeaderModel header : model.headers()) {
            Button chip = new Button(header.words());
            chip.setMnemonicParsing(false);
            chip.getStyleClass().add("chip");
            chip.setMaxWidth(150);
            chip.setAccessibleText("Header " + header.words() + ": change");
            chip.setOnAction(_ -> edit(header, chip));
            chips.getChildren().add(chip);
        }
        Button add = Form.quiet("fth-plus", "Add a header; names may repeat");
        add.setId("compose-header-add");
        add.setOnAction(_ -> {
            HeaderModel header = new HeaderModel();
            header.nameProperty().set("header-" + (model.headers().size() + 1));
            model.headers().add(header);
            edit(header, chips.getChildren().get(model.headers().size() - 1));
        });
        chips.getChildren().add(add);
    }

    private void edit(HeaderModel header, Node owner) {
        TextField name = new TextField();
        name.setId("header-name");
        name.setPromptText("name");
        name.textProperty().bindBidirectional(header.nameProperty());
        TextField value = new TextField();
        value.setId("header-value");
        value.setPromptText("empty");
        value.textProperty().bindBidirectional(header.value().textProperty());
        value.disableProperty().bind(header.value().nullProperty());
        TypeBox type = new TypeBox(header.value(), "Type of the header");
        Hyperlink remove = new Hyperlink("Remove", new FontIcon("fth-trash-2"));
        VBox form = new VBox(8, Form.row(new Label("Name"), name),
                Form.row(new Label("Value"), value, type.node()),
                remove);
        form.setPadding(new Insets(4));
        Popover popover = new Popover(form);
        popover.setArrowLocation(Popover.ArrowLocation.LEFT_TOP);
        popover.setOnHidden(_ -> {
            type.dispose();
            name.textProperty().unbindBidirectional(header.nameProperty());
            value.textProperty().unbindBidirectional(header.value().textProperty());
            fill();
            model.headersEdited();
        });
        remove.setOnAction(_ -> {
            model.headers().remove(header);
            popover.hide();
        });
        popover.show(owner);
    }
}
