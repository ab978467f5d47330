package ackscope.ui.flow;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The last line of the broker station: the ISR in words, and what acts between brokers. Where both do not fit whole, first the fault is told
 * in its few words, then the state in its own; nothing is wider than the line.
 */
final class BrokerFooter extends Region {
    private static final double GAP = 8;
    /** What is left of a pill before the words beside it are cut, px. */
    private static final double PILL = 40;

    private final Label words = new Label();
    private final Tooltip whole = new Tooltip();
    private final FaultPill fault = new FaultPill();
    private BrokerState state = new BrokerState("", java.util.List.of(), "", "", Stress.CALM, FaultBadge.NONE);

    BrokerFooter() {
        words.getStyleClass().add("broker-footer");
        words.setMinWidth(0);
        words.setTooltip(whole);
        whole.setWrapText(true);
        whole.setMaxWidth(420);
        getChildren().addAll(words, fault);
    }

    void show(BrokerState next) {
        state = next;
        fault.show(next.fault());
        whole.setText(next.footer());
        words.getStyleClass().removeAll("text-failed", "text-retrying", "muted");
        switch (next.stress()) {
            case CALM -> {
                words.setGraphic(null);
                words.getStyleClass().add("muted");
            }
            case STUCK -> warn("text-retrying", "icon-warning");
            case FAILING -> warn("text-failed", "icon-failed");
        }
        requestLayout();
    }

    private void warn(String style, String icon) {
        FontIcon triangle = new FontIcon("fth-alert-triangle");
        triangle.getStyleClass().add(icon);
        words.setGraphic(triangle);
        words.getStyleClass().add(style);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(words.prefHeight(-1), fault.isVisible() ? fault.prefHeight(-1) : 0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth();
        boolean broken = fault.isVisible();
        double least = broken ? fault.briefWidth() + GAP : 0;
        say(width(state.footer()) + least <= room ? state.footer() : state.brief());
        double wide = Math.min(room - (broken ? PILL + GAP : 0), Math.ceil(width(words.getText())));
        words.resizeRelocate(0, middle(words.prefHeight(-1)), wide, words.prefHeight(-1));
        if (broken) {
            double left = room - wide - GAP;
            double pill = Math.min(left, fault.fit(left));
            fault.resizeRelocate(room - pill, middle(fault.prefHeight(-1)), pill, fault.prefHeight(-1));
        }
    }

    private double middle(double high) {
        return Math.rint((getHeight() - high) / 2);
    }

    private void say(String text) {
        if (!words.getText().equals(text)) {
            words.setText(text);
        }
    }

    /** Of the label, did it say this. */
    private double width(String text) {
        Text measured = new Text(text);
        measured.setFont(words.getFont());
        double icon = words.getGraphic() == null
                ? 0
                : words.getGraphic().prefWidth(-1) + words.getGraphicTextGap();
        return measured.getLayoutBounds().getWidth() + icon + 1;
    }
}
