package ackscope.ui.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything one drawing of the charts needs.
 *
 * @param endMs   the time at their right edge
 * @param sinceMs when what is played began: what was before it has nothing to do with it, has no marks and bands here, and no colour; 0
 *                while nothing is played
 */
record Picture(RateHistory history, long endMs, List<Mark> marks, List<Band> bands, long sinceMs) {

    Picture {
        marks = marks.stream().filter(m -> m.atMs() >= sinceMs).toList();
        bands = bands.stream().filter(b -> b.fromMs() >= sinceMs).toList();
    }

    /** The marks whose words are to be shown above the charts, a fault that began before them at their left edge. */
    List<Mark> captions(long startMs) {
        List<Mark> captions = new ArrayList<>();
        for (Band band : bands) {
            if (!band.text().isEmpty() && band.fromMs() < startMs && band.toMs() > startMs) {
                captions.add(new Mark(startMs, Mark.Kind.FAULT, band.text()));
            }
        }
        captions.addAll(marks);
        return captions;
    }

    /** Where something was broken, as spans that do not overlap, so that two faults at once are no darker than one. */
    List<Band> broken() {
        List<Band> broken = new ArrayList<>();
        for (Band band : bands.stream().sorted(Comparator.comparingLong(Band::fromMs)).toList()) {
            if (!broken.isEmpty() && broken.getLast().toMs() >= band.fromMs()) {
                Band last = broken.removeLast();
                broken.add(last.until(Math.max(last.toMs(), band.toMs())));
            } else {
                broken.add(band);
            }
        }
        return broken;
    }
}
