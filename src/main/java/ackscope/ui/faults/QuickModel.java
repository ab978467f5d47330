package ackscope.ui.faults;

import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultKind;
import ackscope.core.fault.FaultPoint;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The quick way: a named point, and one of the actions that fit it. Each point remembers its action. */
final class QuickModel {
    private final FaultCatalogue catalogue;
    private final Map<FaultPoint, FaultKind> last = new EnumMap<>(FaultPoint.class);
    private final ObjectProperty<FaultPoint> point = new SimpleObjectProperty<>(this, "point",
            FaultPoint.BEFORE_APPEND);
    private final ObjectProperty<FaultKind> kind = new SimpleObjectProperty<>(this, "kind");

    QuickModel(FaultCatalogue catalogue) {
        this.catalogue = catalogue;
        point.subscribe(now -> kind.set(last.getOrDefault(now, catalogue.at(now).getFirst())));
        kind.subscribe(now -> last.put(point.get(), now));
    }

    ObjectProperty<FaultPoint> pointProperty() {
        return point;
    }

    /** One of {@link #kinds}. */
    ObjectProperty<FaultKind> kindProperty() {
        return kind;
    }

    /** The kinds at the chosen point. */
    List<FaultKind> kinds() {
        return catalogue.at(point.get());
    }
}
