package ackscope.ui.charts;

import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * A region around a canvas. It knows the colours that are drawn with: the style sheet sets them, so that they follow the theme. It asks
 * to be drawn again when its size or a colour has changed.
 */
class ChartColours extends Region {
    private static final StyleablePropertyFactory<ChartColours> FACTORY = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());

    private final StyleableProperty<Color> first = colour("first", "-chart-first", s -> s.first);
    private final StyleableProperty<Color> second = colour("second", "-chart-second", s -> s.second);
    private final StyleableProperty<Color> grid = colour("grid", "-chart-grid", s -> s.grid);
    private final StyleableProperty<Color> ground = colour("ground", "-chart-ground", s -> s.ground);
    private final StyleableProperty<Color> text = colour("text", "-chart-text", s -> s.text);
    private final StyleableProperty<Color> strong = colour("strong", "-chart-strong", s -> s.strong);
    private final StyleableProperty<Color> fault = colour("fault", "-chart-fault", s -> s.fault);
    private final StyleableProperty<Color> band = colour("band", "-chart-band", s -> s.band);

    private Runnable changed = () -> {
    };

    private StyleableProperty<Color> colour(String name, String css,
            Function<ChartColours, StyleableProperty<Color>> of) {
        StyleableProperty<Color> property = FACTORY.createStyleableColorProperty(this, name, css, of, Color.GRAY);
        ((ObservableValue<?>) property).addListener(_ -> requestLayout());
        return property;
    }

    /** What to do when the size or a colour has changed. */
    final void onChanged(Runnable redraw) {
        changed = redraw;
    }

    /** To be called at the end of every layout. */
    final void laidOut() {
        changed.run();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    /** The colour of the i-th line. */
    final Color line(int i) {
        return i == 0 ? first.getValue() : second.getValue();
    }

    final Color grid() {
        return grid.getValue();
    }

    final Color ground() {
        return ground.getValue();
    }

    final Color text() {
        return text.getValue();
    }

    final Color strong() {
        return strong.getValue();
    }

    final Color fault() {
        return fault.getValue();
    }

    final Color band() {
        return band.getValue();
    }

    /** The colour of a mark's line and words. */
    final Color of(Mark.Kind kind) {
        return switch (kind) {
            case LEVER, FAULT, DOWN, ALERT, BREAKER -> fault();
            case HELP, PLAY, UP, LEADER, HEALED, CALM -> strong();
        };
    }
}
