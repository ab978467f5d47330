package ackscope.ui.compose;

import ackscope.core.compose.Payload;
import ackscope.core.compose.PayloadType;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A key, value or header value while it is being typed. */
final class PayloadModel {
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObjectProperty<PayloadType> type = new SimpleObjectProperty<>(this, "type", PayloadType.STRING);
    private final BooleanProperty isNull = new SimpleBooleanProperty(this, "isNull");

    StringProperty textProperty() {
        return text;
    }

    ObjectProperty<PayloadType> typeProperty() {
        return type;
    }

    BooleanProperty nullProperty() {
        return isNull;
    }

    Payload payload() {
        return new Payload(type.get(), text.get(), isNull.get());
    }

    void set(Payload payload) {
        text.set(payload.text());
        type.set(payload.type());
        isNull.set(payload.isNull());
    }
}
