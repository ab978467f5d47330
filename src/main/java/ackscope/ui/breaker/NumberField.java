package ackscope.ui.breaker;

import ackscope.core.breaker.BreakerSettings.Field;
import atlantafx.base.controls.CustomTextField;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A typed number with its unit; it counts on Enter or when the focus leaves. */
final class NumberField {
    private final CustomTextField field = new CustomTextField();

    NumberField(BreakerForm form, Field about, String unit, String what, double width) {
        field.setId("breaker-" + about.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        field.setAccessibleText(what);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setPrefWidth(width);
        field.setMinWidth(width);
        field.setMaxWidth(width);
        field.textProperty().bindBidirectional(form.textProperty(about));
        if (!unit.isEmpty()) {
            Label suffix = new Label(unit);
            suffix.getStyleClass().add("muted");
            suffix.setMinWidth(Region.USE_PREF_SIZE);
            field.setRight(suffix);
        }
        field.setOnAction(_ -> form.commit());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                form.commit();
            }
        });
    }

    CustomTextField node() {
        return field;
    }
}
