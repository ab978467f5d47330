package ackscope.ui.settings;

import ackscope.core.settings.ProducerSetting;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A value in the table of all settings. Typed ones stand out from those the client fills in. Edited in place, by a list where there is
 * something to choose from; Enter or leaving the cell takes the value, Escape does not. A secret is never shown, only replaced.
 */
final class ValueCell extends TableCell<SettingRow, String> {
    private static final PseudoClass TYPED = PseudoClass.getPseudoClass("typed");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final SettingsViewModel model;

    ValueCell(SettingsViewModel model) {
        this.model = model;
        getStyleClass().add("setting-value");
    }

    @Override
    public void startEdit() {
        super.startEdit();
        SettingRow row = getTableRow().getItem();
        if (!isEditing() || row == null) {
            return;
        }
        List<String> choices = row.setting().map(ProducerSetting::choices).orElse(List.of());
        Control editor = choices.isEmpty() ? textEditor(row) : choiceEditor(row, choices);
        editor.setId("value-editor");
        editor.setAccessibleText("New value of " + row.name());
        editor.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                e.consume();
            }
        });
        setText(null);
        setGraphic(editor);
        editor.requestFocus();
    }

    private TextField textEditor(SettingRow row) {
        boolean secret = row.secret(model.typedProperty().get());
        TextField field = secret ? new PasswordField() : new TextField();
        field.setText(secret ? "" : model.typedProperty().get().get(row.name()).orElse(""));
        field.setPromptText(secret ? "type a new one" : model.outlook(row.name()));
        field.setOnAction(_ -> take(row, field.getText()));
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && isEditing()) {
                take(row, field.getText());
            }
        });
        field.selectAll();
        return field;
    }

    private ComboBox<String> choiceEditor(SettingRow row, List<String> choices) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setValue(model.outlook(row.name()));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(_ -> take(row, box.getValue()));
        box.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && isEditing() && !box.isShowing()) {
                cancelEdit();
            }
        });
        return box;
    }

    private void take(SettingRow row, String text) {
        boolean untouched = text.equals(model.typedProperty().get().get(row.name()).orElse(""));
        boolean secretLeft = row.secret(model.typedProperty().get()) && text.isEmpty();
        cancelEdit();
        if (!untouched && !secretLeft) {
            model.set(row.name(), text);
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        updateItem(getItem(), isEmpty());
    }

    @Override
    protected void updateItem(String item, boolean empty) {
        super.updateItem(item, empty);
        SettingRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
        if (isEditing() && row != null) {
            return;
        }
        setGraphic(null);
        setText(row == null ? null : row.value(model));
        pseudoClassStateChanged(TYPED, row != null && model.typedProperty().get().isSet(row.name()));
        pseudoClassStateChanged(REFUSED,
                row != null && model.problems().stream().anyMatch(p -> p.isError() && p.key().equals(row
                        .name())));
    }
}
