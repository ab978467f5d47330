package ackscope.ui.flow;

import ackscope.core.event.FlowEdge;
import ackscope.ui.base.OutcomeMark;
import ackscope.ui.base.Shown;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The failure-flow diagram: what is true of every record-attempt, as five stations and eight edges. A click on any of them sets the
 * model's filter. Nothing is drawn while nobody can see it.
 */
public final class FlowView {
    private static final Map<Station, String> ICONS = Map.of(Station.PRODUCER, "fth-send", Station.BROKER, "fth-server",
            Station.RETRY, "fth-rotate-cw", Station.ERROR_LOG, "fth-file-text", Station.MONITORING, "fth-bell");

    private static final String QUIRKS = "the client's own counts differ";
    private static final String FROM_CLIENT = "from the client's metrics and callbacks";
    private static final String FROM_WIRE = "from the wire and callbacks";
    private static final String CLIENT_SOURCES = "Counts of record-attempts. This cluster is reached without proxies: send and"
            + " retry come from the client's record-send-total and record-retry-total, the rest from callbacks";
    private static final String WIRE_SOURCES = "Counts of record-attempts: every try is counted as it passes the lab's proxies,"
            + " what became of a record as its callback reports it";

    private final FlowViewModel model;
    private final VBox root = new VBox();
    private final Label balance = new Label("", new FontIcon("fth-alert-triangle"));
    private final Label source = new Label();
    private final Tooltip sources = new Tooltip();
    private final Region dot = new Region();
    private final Map<Station, StationView> stations = new EnumMap<>(Station.class);
    private final Map<FlowEdge, EdgeView> edges = new EnumMap<>(FlowEdge.class);
    private final BrokersView brokers = new BrokersView();
    private final GateView gate;
    private final Tokens tokens = new Tokens(edge -> edges.get(edge).points());
    private final Diagram diagram;
    private FlowState drawn = FlowState.nothing();

    /** @param openBreaker shows the circuit breaker's settings beside the gate that it is given */
    public FlowView(FlowViewModel model, Consumer<Region> openBreaker) {
        this.model = model;
        gate = new GateView(openBreaker);
        for (Station station : Station.values()) {
            stations.put(station, new StationView(station, ICONS.get(station),
                    () -> model.choose(new FlowFilter.At(station))));
        }
        for (FlowEdge edge : FlowEdge.values()) {
            edges.put(edge, new EdgeView(edge, () -> model.choose(new FlowFilter.Along(edge))));
        }
        diagram = new Diagram();
        createView();
        bind();
    }

    /** The view's root. */
    public Region node() {
        return root;
    }

    private void createView() {
        root.getStyleClass().add("flow");
        Label title = new Label("Failure flow");
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        dot.getStyleClass().add("state-dot");
        source.getStyleClass().addAll("muted", "small-text");
        source.setGraphic(dot);
        source.setMinWidth(0);
        sources.setWrapText(true);
        sources.setMaxWidth(420);
        source.setTooltip(sources);
        balance.getStyleClass().addAll("small-text", "text-retrying");
        ((FontIcon) balance.getGraphic()).getStyleClass().add("icon-warning");
        balance.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(10, title, source, balance, space);
        legend(head, OutcomeMark.Kind.ACKED, "acked");
        legend(head, OutcomeMark.Kind.RETRYING, "retrying");
        legend(head, OutcomeMark.Kind.FAILED, "failed");
        legend(head, OutcomeMark.Kind.UNKNOWN, "maybe in the log");
        head.getStyleClass().add("flow-head");
        head.setAlignment(Pos.CENTER_LEFT);
        stations.get(Station.BROKER).setContent(brokers);
        VBox.setVgrow(diagram, Priority.ALWAYS);
        root.getChildren().addAll(head, diagram);
    }

    private void bind() {
        // At each tick, changed or not: what came while nobody looked is drawn with the first tick after that.
        model.stateProperty().addListener((Observable _) -> {
            FlowState state = model.stateProperty().get();
            if (!state.equals(drawn)) {
                show(state);
            }
        });
        model.filterProperty().addListener(_ -> show(model.stateProperty().get()));
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !(model.filterProperty().get() instanceof FlowFilter.All)) {
                model.filterProperty().set(new FlowFilter.All());
                e.consume();
            }
        });
        show(model.stateProperty().get());
    }

    private void show(FlowState state) {
        if (root.getScene() != null && !Shown.is(root)) {
            return;
        }
        drawn = state;
        FlowFilter filter = model.filterProperty().get();
        edges.forEach((edge, view) -> {
            view.show(state.edge(edge), filter.equals(new FlowFilter.Along(edge)));
            view.fault(state.fault(edge));
            tokens.spawn(edge, state.edge(edge));
        });
        gate.show(state.gate());
        diagram.gate(state.gate().on());
        stations.get(Station.PRODUCER).fault(state.client());
        stations.forEach((station, view) -> {
            if (station != Station.BROKER) {
                view.show(state.rows(station));
            }
            view.feel(state.stress(station), filter.equals(new FlowFilter.At(station)));
        });
        StationView broker = stations.get(Station.BROKER);
        broker.note(state.broker().topic());
        broker.speak(state.broker().cards().stream().map(BrokerCard::spoken).collect(Collectors.joining("; ")) + "; "
                + state.broker().footer());
        brokers.show(state.broker());
        boolean differs = !state.quirks().isEmpty();
        String from = state.watched() ? FROM_WIRE : FROM_CLIENT;
        String whence = state.watched() ? WIRE_SOURCES : CLIENT_SOURCES;
        source.setText(differs ? QUIRKS : state.live() ? "live, " + from : from + ", when there are any");
        sources.setText(differs ? whence + ". " + state.quirks() : whence);
        dot.getStyleClass().remove("up");
        if (state.live()) {
            dot.getStyleClass().add("up");
        }
        boolean odd = !state.balance().isEmpty();
        balance.setText(state.balance());
        balance.setVisible(odd);
        balance.setManaged(odd);
        source.setVisible(!odd);
        source.setManaged(!odd);
    }

    private static void legend(HBox head, OutcomeMark.Kind kind, String word) {
        Label label = new Label(word, new OutcomeMark(kind, 10));
        label.getStyleClass().add("flow-legend");
        label.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().add(label);
    }

    /** The pane with stations and edges; lays them out for its size. */
    private final class Diagram extends Region {
        private double placedWidth = -1;
        private double placedHeight = -1;
        private boolean gated;

        Diagram() {
            edges.values().forEach(e -> {
                e.drawing().setManaged(false);
                getChildren().add(e.drawing());
            });
            getChildren().add(tokens.layer());
            getChildren().addAll(stations.values());
            getChildren().add(gate);
            edges.values().forEach(e -> getChildren().add(e.label()));
            edges.values().forEach(e -> getChildren().addAll(e.faultMarks()));
            setMinSize(560, 250);
        }

        /** Makes room for the breaker's gate, or takes it back. */
        void gate(boolean on) {
            if (on != gated) {
                gated = on;
                placedWidth = -1;
                requestLayout();
            }
        }

        @Override
        protected void layoutChildren() {
            if (placedWidth != getWidth() || placedHeight != getHeight()) {
                placedWidth = getWidth();
                placedHeight = getHeight();
                FlowLayout layout = new FlowLayout(placedWidth, placedHeight, gated);
                root.getStyleClass().remove("compact");
                if (layout.compact()) {
                    root.getStyleClass().add("compact");
                }
                edges.values().forEach(e -> e.place(layout));
                FlowLayout.Box front = layout.gate();
                gate.resizeRelocate(Math.rint(front.x()), Math.rint(front.y()), Math.rint(front.w()),
                        Math.rint(front.h()));
                stations.forEach((station, view) -> {
                    FlowLayout.Box box = layout.box(station);
                    view.resizeRelocate(Math.rint(box.x()), Math.rint(box.y()), Math.rint(box.w()),
                            Math.rint(box.h()));
                });
            }
            edges.values().forEach(EdgeView::placeLabel);
        }
    }
}
