package ackscope.core.wire;

import ackscope.core.event.BatchLife;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which lives are kept, and which of them changed. Guarded by the {@link AttemptBook}. */
final class Shelf {
    private static final int QUIET_NEWS = 64;
    private static final int TROUBLED_NEWS = 512;

    private final int mostQuiet;
    private final int mostTroubled;
    /** In the order in which they came to rest. */
    private final Set<Life> quiet = new LinkedHashSet<>();
    private final Set<Life> troubled = new LinkedHashSet<>();
    /** In the order of their last change. */
    private final Set<Life> changed = new LinkedHashSet<>();
    private long missed;

    Shelf(int mostQuiet, int mostTroubled) {
        this.mostQuiet = mostQuiet;
        this.mostTroubled = mostTroubled;
    }

    /** A life is new, has one more try, or one of its tries got further. */
    void changed(Life life) {
        changed.remove(life);
        changed.add(life);
        if (life.open()) {
            quiet.remove(life);
            troubled.remove(life);
        } else if (life.troubled()) {
            quiet.remove(life);
            troubled.add(life);
            trim(troubled, mostTroubled);
        } else {
            quiet.add(life);
            trim(quiet, mostQuiet);
        }
    }

    private void trim(Set<Life> lives, int most) {
        if (lives.size() > most) {
            Life oldest = lives.iterator().next();
            lives.remove(oldest);
            oldest.lane().forget(oldest);
            missed += changed.remove(oldest) ? 1 : 0;
        }
    }

    /** What changed since this was asked last: the newest of the quiet ones and, far more of them, of the troubled ones. */
    AttemptNews news() {
        List<BatchLife> listed = new ArrayList<>();
        int quietLeft = QUIET_NEWS;
        int troubledLeft = TROUBLED_NEWS;
        for (Life life : List.copyOf(changed).reversed()) {
            if (life.troubled() ? troubledLeft-- > 0 : quietLeft-- > 0) {
                listed.add(life.snapshot());
            } else {
                missed++;
            }
        }
        AttemptNews news = new AttemptNews(true, listed.reversed(), missed);
        changed.clear();
        missed = 0;
        return news;
    }
}
