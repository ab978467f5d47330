package ackscope.ui.attempts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableListBase;

/**
 * The lines in sight of the table. A new state is told as the runs that went and came, not as a new list, so that the table keeps its place
 * and what is chosen. FX thread.
 */
final class LineList extends ObservableListBase<Line> {
    private List<Line> lines = List.of();

    @Override
    public Line get(int index) {
        return lines.get(index);
    }

    @Override
    public int size() {
        return lines.size();
    }

    /** Shows these. Lines that stay and stand in the same order are not touched. */
    void show(List<Line> next) {
        int head = 0;
        int most = Math.min(lines.size(), next.size());
        while (head < most && lines.get(head) == next.get(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && lines.get(lines.size() - 1 - tail) == next.get(next.size() - 1 - tail)) {
            tail++;
        }
        List<Line> before = lines.subList(head, lines.size() - tail);
        List<Line> after = next.subList(head, next.size() - tail);
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        beginChange();
        lines = next;
        if (sameOrder(before, after)) {
            tell(before, after, head);
        } else {
            nextReplace(head, head + after.size(), before);
        }
        endChange();
    }

    private void tell(List<Line> before, List<Line> after, int offset) {
        Set<Line> coming = new HashSet<>(after);
        Set<Line> was = new HashSet<>(before);
        int at = 0;
        int old = 0;
        while (old < before.size() || at < after.size()) {
            List<Line> gone = new ArrayList<>();
            while (old < before.size() && !coming.contains(before.get(old))) {
                gone.add(before.get(old++));
            }
            if (!gone.isEmpty()) {
                nextRemove(offset + at, gone);
            }
            int from = at;
            while (at < after.size() && !was.contains(after.get(at))) {
                at++;
            }
            if (at > from) {
                nextAdd(offset + from, offset + at);
            }
            while (old < before.size() && at < after.size() && before.get(old) == after.get(at)) {
                old++;
                at++;
            }
        }
    }

    /** Whether the lines that stay stand in the same order. Lines are told apart by identity, which is what they inherit. */
    private static boolean sameOrder(List<Line> before, List<Line> after) {
        Map<Line, Integer> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.put(before.get(i), i);
        }
        int last = -1;
        for (Line line : after) {
            int place = places.getOrDefault(line, last);
            if (place < last) {
                return false;
            }
            last = place;
        }
        return true;
    }
}
