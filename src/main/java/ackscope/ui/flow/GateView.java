package ackscope.ui.flow;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Rotate;
import org.kordamp.ikonli.javafx.FontIcon;

/** The circuit breaker: a barrier whose arm is up while records pass, down while they are held, half way while a few are tried. */
final class GateView extends VBox {
    /** Its width in the diagram. */
    static final double WIDTH = 96;

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass HALF = PseudoClass.getPseudoClass("half");
    private static final double BARRIER_HEIGHT = 40;
    private static final double POST_X = 30;
    private static final double POST_Y = 24;
    /** Short enough to stay below the title when it is up. */
    private static final double ARM = 26;

    private final Line road = new Line(0, POST_Y + 8, WIDTH, POST_Y + 8);
    private final Rectangle post = new Rectangle(POST_X - 3, POST_Y, 6, 16);
    private final Rectangle arm = new Rectangle(POST_X, POST_Y - 2, ARM, 4);
    private final Rotate turn = new Rotate(0, POST_X, POST_Y);
    private final Label title = new Label();
    private final Label detail = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label outbox = new Label("", new FontIcon("fth-inbox"));
    private final Tooltip tip = new Tooltip();
    private GateState shown = GateState.OFF;

    /** @param clicked is given the gate */
    GateView(Consumer<Region> clicked) {
        getStyleClass().add("gate");
        Label head = new Label("Breaker");
        head.getStyleClass().add("station-title");
        road.getStyleClass().add("gate-road");
        post.getStyleClass().add("gate-part");
        arm.getStyleClass().add("gate-part");
        arm.getTransforms().add(turn);
        Pane barrier = new Pane(road, post, arm);
        barrier.setMinHeight(BARRIER_HEIGHT);
        barrier.setPrefSize(WIDTH, BARRIER_HEIGHT);
        title.getStyleClass().add("gate-title");
        detail.getStyleClass().addAll("muted", "small-text");
        outbox.getStyleClass().addAll("muted", "small-text");
        bar.getStyleClass().add("gate-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(head, barrier, title, detail, bar, outbox);
        for (Label label : new Label[]{head, title, detail, outbox}) {
            label.setMinWidth(0);
        }
        setAccessibleRole(AccessibleRole.BUTTON);
        Tooltip.install(this, tip);
        setOnMouseClicked(_ -> clicked.accept(this));
        Keys.onAction(this, () -> clicked.accept(this));
        setVisible(false);
    }

    void show(GateState state) {
        if (state.equals(shown)) {
            return;
        }
        shown = state;
        setVisible(state.on());
        setFocusTraversable(state.on());
        title.setText(state.title());
        detail.setText(state.detail());
        outbox.setText(state.outbox());
        bar.setProgress(state.share());
        turn.setAngle(switch (state.state()) {
            case CLOSED -> -62;
            case HALF_OPEN -> -28;
            case OPEN -> 0;
        });
        pseudoClassStateChanged(OPEN, state.state() == ackscope.core.event.BreakerEvent.State.OPEN);
        pseudoClassStateChanged(HALF, state.state() == ackscope.core.event.BreakerEvent.State.HALF_OPEN);
        String words = "Circuit breaker. " + state.title() + ", " + state.detail() + ". " + state.outbox() + ".";
        tip.setText(words);
        setAccessibleText(words);
    }
}
