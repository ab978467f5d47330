package ackscope.ui.charts;

/** A value axis that starts at 0 and ends at a round number that divides in two: 1, 2, 4, 5 or 10 times a power of ten. */
final class Scale {
    private static final double[] STEPS = {1, 2, 4, 5, 10};

    private Scale() {
    }

    /**
     * The end of the axis.
     *
     * @param largest the largest value to show
     * @param least   the axis never ends below this, so that noise near 0 does not fill the plot
     */
    static double top(double largest, double least) {
        double wanted = Math.max(largest, least);
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double step : STEPS) {
            if (step * power >= wanted * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
