package ackscope.ui.flow;

import ackscope.ui.base.OutcomeMark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One station: a titled card of a few lines, whose border tells how it feels. Takes the keyboard's focus; Enter or a click chooses it. */
final class StationView extends VBox {
    private static final PseudoClass STUCK = PseudoClass.getPseudoClass("stuck");
    private static final PseudoClass FAILING = PseudoClass.getPseudoClass("failing");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Station station;
    private final Label note = new Label();
    private final FaultPill fault = new FaultPill();
    private final List<RowView> rows = new ArrayList<>();
    private final Tooltip whole = new Tooltip();
    private List<Row> shown = List.of();

    StationView(Station station, String icon, Runnable clicked) {
        this.station = station;
        getStyleClass().add("station");
        Label title = new Label(station.title(), new FontIcon(icon));
        title.getStyleClass().add("station-title");
        title.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().addAll("muted", "small-text");
        note.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, title, space, note, fault);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        Tooltip.install(this, whole);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(_ -> clicked.run());
        Keys.onAction(this, clicked);
        speak("");
    }

    /** Puts something else than lines below the title. */
    void setContent(Node content) {
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().add(content);
    }

    /** @param beside words at the right of the title */
    void note(String beside) {
        note.setText(beside);
    }

    /** Shows the badge of what acts in it. */
    void fault(FaultBadge badge) {
        fault.show(badge);
    }

    void show(List<Row> lines) {
        if (lines.equals(shown)) {
            return;
        }
        shown = lines;
        while (rows.size() < lines.size()) {
            RowView row = new RowView();
            rows.add(row);
            getChildren().add(row);
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(i < lines.size() ? lines.get(i) : new Row("", ""), station == Station.ERROR_LOG);
        }
        speak(lines.stream().map(Row::spoken).collect(Collectors.joining(", ")));
    }

    /** What a screen reader says of it. */
    void speak(String words) {
        String text = station.title() + (words.isEmpty() ? ": all quiet" : ": " + words);
        setAccessibleText(text);
        whole.setText(text);
    }

    void feel(Stress stress, boolean chosen) {
        pseudoClassStateChanged(STUCK, stress == Stress.STUCK);
        pseudoClassStateChanged(FAILING, stress == Stress.FAILING);
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    /** A line: words left, figure right. */
    private static final class RowView extends HBox {
        private final Label label = new Label();
        private final Label value = new Label();
        private final OutcomeMark mark = new OutcomeMark(OutcomeMark.Kind.FAILED, 10);
        private String tone = "";

        RowView() {
            super(6);
            setAlignment(Pos.CENTER_LEFT);
            label.getStyleClass().add("row-label");
            label.setMinWidth(0);
            value.getStyleClass().add("row-value");
            value.setMinWidth(USE_PREF_SIZE);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            getChildren().addAll(label, space, value);
        }

        void show(Row row, boolean marked) {
            label.setText(row.label());
            value.setText(row.value());
            boolean sentence = row.value().isEmpty();
            label.setWrapText(sentence && row.tone() == Tone.FAILED);
            Label toned = sentence ? label : value;
            label.getStyleClass().remove(tone);
            value.getStyleClass().remove(tone);
            tone = row.tone().styleClass();
            toned.getStyleClass().add(tone);
            boolean failed = row.tone() == Tone.FAILED;
            boolean unknown = row.tone() == Tone.UNKNOWN;
            mark.show(unknown ? OutcomeMark.Kind.UNKNOWN : OutcomeMark.Kind.FAILED);
            label.setGraphic(marked && (failed || unknown) ? mark : null);
        }
    }
}
