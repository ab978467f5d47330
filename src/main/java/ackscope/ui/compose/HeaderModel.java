package ackscope.ui.compose;

import ackscope.core.compose.RecordDraft.DraftHeader;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A header while it is being typed. */
final class HeaderModel {
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final PayloadModel value = new PayloadModel();

    HeaderModel() {
    }

    HeaderModel(DraftHeader header) {
        name.set(header.name());
        value.set(header.value());
    }

    StringProperty nameProperty() {
        return name;
    }

    PayloadModel value() {
        return value;
    }

    DraftHeader header() {
        return new DraftHeader(name.get(), value.payload());
    }

    /** As a chip shows it. */
    String words() {
        return name.get() + "=" + (value.nullProperty().get() ? "null" : value.textProperty().get());
    }
}
