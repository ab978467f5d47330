package ackscope.ui.compose;

import ackscope.core.compose.PayloadType;
import java.util.Arrays;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;

/** Chooses how a text becomes bytes, or that there are none: null is told from empty. */
final class TypeBox {
    private static final String NULL = "null";
    private static final double WIDTH = 78;

    private final ComboBox<String> box = new ComboBox<>();
    private final PayloadModel payload;
    private final Subscription following;

    TypeBox(PayloadModel payload, String what) {
        this.payload = payload;
        box.getItems().setAll(Arrays.stream(PayloadType.values()).map(PayloadType::label).toList());
        box.getItems().add(NULL);
        box.setAccessibleText(what);
        box.setTooltip(new Tooltip(what + "; null is not the same as empty"));
        box.setPrefWidth(WIDTH);
        box.setMinWidth(WIDTH);
        following = Subscription.combine(payload.nullProperty().subscribe(this::show),
                payload.typeProperty().subscribe(this::show));
        show();
        box.valueProperty().subscribe(this::choose);
    }

    /** Lets go of the payload; the box shows nothing new from then on. */
    void dispose() {
        following.unsubscribe();
    }

    ComboBox<String> node() {
        return box;
    }

    private void show() {
        box.setValue(payload.nullProperty().get() ? NULL : payload.typeProperty().get().label());
    }

    private void choose(String label) {
        if (label == null || label.equals(NULL)) {
            payload.nullProperty().set(label != null || payload.nullProperty().get());
            return;
        }
        for (PayloadType type : PayloadType.values()) {
            if (type.label().equals(label)) {
                payload.typeProperty().set(type);
                payload.nullProperty().set(false);
            }
        }
    }
}
