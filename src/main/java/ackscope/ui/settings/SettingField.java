package ackscope.ui.settings;

import ackscope.core.settings.Words;
import atlantafx.base.controls.CustomTextField;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A typed value. Shows what was typed, or else what the client holds, as a muted prompt. A value counts on Enter (also Ctrl+Enter, which
 * sends) or when the focus leaves; Escape takes it back. Numbers are grouped while nobody edits them.
 */
final class SettingField {
    private static final PseudoClass DEFAULTED = PseudoClass.getPseudoClass("defaulted");

    private final SettingsViewModel model;
    private final String key;
    private final CustomTextField field = new CustomTextField();

    SettingField(SettingsViewModel model, String key, String unit) {
        this.model = model;
        this.key = key;
        field.getStyleClass().add("setting-field");
        field.setId(SettingLabel.id("setting", key));
        field.setMinWidth(0);
        field.setPrefWidth(0);
        field.setMaxWidth(Double.MAX_VALUE);
        if (!unit.isEmpty()) {
            Label suffix = new Label(unit);
            suffix.getStyleClass().addAll("muted", "setting-unit");
            field.setRight(suffix);
            field.setAlignment(Pos.CENTER_RIGHT);
        }
        bind();
    }

    CustomTextField node() {
        return field;
    }

    /** Shows a value that is not committed yet, such as where a slider is being dragged to. */
    void preview(String value) {
        field.setText(Words.grouped(value));
        field.pseudoClassStateChanged(DEFAULTED, false);
    }

    private void bind() {
        model.typedProperty().addListener(_ -> show());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                show();
                field.selectAll();
            } else {
                commit();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                commit();
            } else if (e.getCode() == KeyCode.ESCAPE && !field.getText().equals(text())) {
                show();
                e.consume();
            }
        });
        show();
    }

    private void commit() {
        if (!field.getText().equals(text())) {
            model.set(key, plain(field.getText()));
        }
        show();
    }

    private void show() {
        String value = text();
        if (!field.getText().equals(value)) {
            field.setText(value);
        }
        field.setPromptText(Words.grouped(model.outlook(key)));
        field.pseudoClassStateChanged(DEFAULTED, !model.typedProperty().get().isSet(key));
    }

    /** What stands in the field while nothing uncommitted does. */
    private String text() {
        String typed = model.typedProperty().get().get(key).orElse("");
        return field.isFocused() ? typed : Words.grouped(typed);
    }

    private static String plain(String text) {
        return text.matches("\\s*-?\\d{1,3}(,\\d{3})+\\s*") ? text.replace(",", "").strip() : text.strip();
    }
}
