package ackscope.ui.flow;

import ackscope.core.event.FlowEdge;
import ackscope.ui.base.Figures;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.transform.Rotate;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One edge: its line with an arrow, and its label of name, count and rate. Dotted while idle, solid while live, thicker the more flows.
 * A wide, invisible line below takes clicks.
 */
final class EdgeView {
    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");
    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
    private static final PseudoClass UNUSED = PseudoClass.getPseudoClass("unused");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass STRUCK = PseudoClass.getPseudoClass("struck");
    private static final double FULL_RATE = 2_000;
    private static final double CLEAR = 3;
    private static final double INSIDE = 6;
    private static final double STRIKE = 18;
    /** The longest name with a count of six digits, px. */
    private static final double ROOM_FOR_NAME = 136;

    private final FlowEdge edge;
    private final Path line = new Path();
    private final Path hit = new Path();
    private final Polygon arrow = new Polygon(0, 0, -9, -5, -9, 5);
    private final FontIcon strike = new FontIcon("fth-zap");
    private final StackPane struck = new StackPane(strike);
    private final FaultPill fault = new FaultPill();
    private final Group drawing = new Group(hit, line, arrow);
    private final Label name = new Label();
    private final Label count = new Label();
    private final Label rate = new Label();
    private final VBox label = new VBox();
    private String tone = Tone.QUIET.styleClass();
    private FlowLayout.Spot spot = new FlowLayout.Spot(0, 0, FlowLayout.Place.ON);
    private List<FlowLayout.Point> points = List.of();
    private FlowLayout.Point badge = new FlowLayout.Point(0, 0);
    private double widest;

    EdgeView(FlowEdge edge, Runnable clicked) {
        this.edge = edge;
        String style = edge.name().toLowerCase(Locale.ROOT).replace('_', '-');
        name.setText(words(edge));
        name.getStyleClass().addAll("edge-name", style);
        count.getStyleClass().add("edge-count");
        rate.getStyleClass().addAll("edge-rate", tone);
        for (Label part : List.of(name, count, rate)) {
            part.setMinWidth(Region.USE_PREF_SIZE);
        }
        line.getStyleClass().addAll("flow-edge", style);
        arrow.getStyleClass().addAll("flow-arrow", style);
        hit.getStyleClass().add("flow-hit");
        line.setMouseTransparent(true);
        arrow.setMouseTransparent(true);
        struck.getStyleClass().add("strike");
        struck.setMouseTransparent(true);
        struck.setVisible(false);
        fault.setManaged(false);
        label.getStyleClass().add("edge-label");
        label.setFocusTraversable(true);
        label.setAccessibleRole(AccessibleRole.BUTTON);
        label.setOnMouseClicked(_ -> clicked.run());
        Keys.onAction(label, clicked);
        hit.setOnMouseClicked(_ -> clicked.run());
    }

    /** The line and arrow, to be put below the stations. */
    Node drawing() {
        return drawing;
    }

    /** The words, to be put over the lines. */
    Region label() {
        return label;
    }

    /** What marks a fault on the edge, to be put over everything. */
    List<Region> faultMarks() {
        return List.of(struck, fault);
    }

    List<FlowLayout.Point> points() {
        return points;
    }

    /** Shows what acts on the edge. */
    void fault(FaultBadge badge) {
        if (fault.show(badge)) {
            struck.setVisible(!badge.none());
            line.pseudoClassStateChanged(STRUCK, !badge.none());
            label.requestLayout();
        }
    }

    void show(EdgeState state, boolean chosen) {
        count.setText(Figures.shortCount(state.count()));
        rate.setText(state.words());
        name.pseudoClassStateChanged(UNUSED, state.count() == 0);
        if (!tone.equals(state.tone().styleClass())) {
            rate.getStyleClass().remove(tone);
            tone = state.tone().styleClass();
            rate.getStyleClass().add(tone);
        }
        for (Node part : List.of(line, arrow)) {
            part.pseudoClassStateChanged(LIVE, state.live());
            part.pseudoClassStateChanged(BUSY, state.rate() > Tokens.MOST_PER_SECOND);
            part.pseudoClassStateChanged(FULL, state.rate() >= FULL_RATE);
        }
        label.pseudoClassStateChanged(CHOSEN, chosen);
        label.setAccessibleText(
                words(edge) + ": " + Figures.count(state.count()) + " record-attempts, " + state.words());
    }

    /** Draws the line anew. */
    void place(FlowLayout layout) {
        points = layout.path(edge);
        FlowLayout.Point end = points.getLast();
        FlowLayout.Point before = points.get(points.size() - 2);
        for (Path path : List.of(line, hit)) {
            path.getElements().setAll(new MoveTo(points.getFirst().x() + 0.5, points.getFirst().y() + 0.5));
            points.subList(1, points.size() - 1)
                    .forEach(p -> path.getElements().add(new LineTo(p.x() + 0.5, p.y() + 0.5)));
            // The line ends within the arrow, not at its tip, so that a thick one does not cover it.
            path.getElements().add(new LineTo(end.x() + 0.5 - INSIDE * Math.signum(end.x() - before.x()),
                    end.y() + 0.5 - INSIDE * Math.signum(end.y() - before.y())));
        }
        arrow.setTranslateX(end.x() + 0.5);
        arrow.setTranslateY(end.y() + 0.5);
        arrow.getTransforms().setAll(new Rotate(
                Math.toDegrees(Math.atan2(end.y() - before.y(), end.x() - before.x())), 0, 0));
        if (spot.place() != layout.spot(edge).place() || label.getChildren().isEmpty()) {
            arrange(layout.spot(edge).place());
        }
        spot = layout.spot(edge);
        badge = layout.badge(edge);
        struck.resizeRelocate(layout.strike(edge).x() - STRIKE / 2, layout.strike(edge).y() - STRIKE / 2, STRIKE,
                STRIKE);
        widest = layout.box(Station.BROKER).x() - layout.box(Station.PRODUCER).right() - 8;
        name.setText(edge == FlowEdge.ACKNOWLEDGE && widest < ROOM_FOR_NAME ? "ack" : words(edge));
    }

    /** Puts the label where it belongs, at the size it has now. */
    void placeLabel() {
        double w = Math.ceil(label.prefWidth(-1));
        double h = Math.ceil(label.prefHeight(w));
        double x = switch (spot.place()) {
            case RIGHT_OF -> spot.x();
            case LEFT_OF -> spot.x() - w;
            case ON, ASTRIDE, ASTRIDE_NARROW -> spot.x() - w / 2;
        };
        double y = switch (spot.place()) {
            case ON, RIGHT_OF, LEFT_OF -> spot.y() - h / 2;
            // The rate's line stands below the edge, everything else above it.
            case ASTRIDE, ASTRIDE_NARROW -> spot.y() - (h - rate.prefHeight(-1)) + CLEAR;
        };
        label.resizeRelocate(Math.rint(x), Math.rint(y), w, h);
        double wide = Math.min(widest, fault.fit(widest));
        double high = Math.ceil(fault.prefHeight(-1));
        fault.resizeRelocate(Math.rint(badge.x() - wide / 2), Math.rint(badge.y() - high / 2), wide, high);
    }

    private void arrange(FlowLayout.Place place) {
        label.setAlignment(switch (place) {
            case RIGHT_OF -> Pos.CENTER_LEFT;
            case LEFT_OF -> Pos.CENTER_RIGHT;
            case ON, ASTRIDE, ASTRIDE_NARROW -> Pos.CENTER;
        });
        switch (place) {
            case ASTRIDE, RIGHT_OF, LEFT_OF -> label.getChildren().setAll(row(name, count), rate);
            case ASTRIDE_NARROW -> label.getChildren().setAll(name, count, rate);
            case ON -> label.getChildren().setAll(row(name, count, rate));
        }
        // Room for the thickest line between what stands above it and what stands below.
        VBox.setMargin(rate, place == FlowLayout.Place.ASTRIDE || place == FlowLayout.Place.ASTRIDE_NARROW
                ? new Insets(2 * CLEAR, 0, 0, 0)
                : Insets.EMPTY);
        label.getStyleClass().remove("on-edge");
        if (place == FlowLayout.Place.ON) {
            label.getStyleClass().add("on-edge");
        }
    }

    private static HBox row(Label... parts) {
        HBox row = new HBox(5, parts);
        row.setAlignment(Pos.CENTER);
        return row;
    }

    /** An edge's name on screen. */
    static String words(FlowEdge edge) {
        return switch (edge) {
            case SEND -> "send";
            case ACKNOWLEDGE -> "acknowledge";
            case FAIL -> "fail";
            case RETRY -> "retry";
            case EXHAUSTED -> "exhausted";
            case NOT_RETRIABLE -> "not retriable";
            case NEVER_SENT -> "never sent";
            case ALERT -> "alert";
        };
    }
}
