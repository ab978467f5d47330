package ackscope.ui.shell;

import ackscope.core.drill.DrillCause;
import ackscope.core.drill.DrillFile;
import ackscope.core.drill.DrillHistory;
import ackscope.core.drill.DrillRunner;
import ackscope.core.lab.Lab;
import ackscope.ui.base.Away;
import ackscope.ui.drill.DrillControl;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Joins the drill to the lab. */
final class LabDrill implements DrillControl {
    private static final String WHAT = "A drill";

    private final Lab lab;
    private final Veil veil;
    private final DrillHistory history;
    private final Away away;
    private final Runnable showConsole;
    private final Runnable showDrill;

    /**
     * @param veil        hangs over the panels while a drill goes on
     * @param away        whether another cluster is in use
     * @param showConsole brings the console to the front
     * @param showDrill   brings the page of the drill to the front
     */
    LabDrill(Lab lab, Veil veil, DrillHistory history, Away away, Runnable showConsole, Runnable showDrill) {
        this.lab = lab;
        this.veil = veil;
        this.history = history;
        this.away = away;
        this.showConsole = showConsole;
        this.showDrill = showDrill;
    }

    @Override
    public List<DrillCause> causes() {
        return DrillFile.builtIn();
    }

    @Override
    public DrillHistory history() {
        return history;
    }

    @Override
    public Away away() {
        return away;
    }

    @Override
    public String obstacle() {
        return PlayObstacle.of(lab, WHAT);
    }

    @Override
    public void run(DrillCause cause, long quietMs, long seed, Consumer<DrillRunner.Phase> told,
            BooleanSupplier enough) {
        lab.plays().alone(venue -> {
            veil.hang(true);
            try {
                new DrillRunner(venue, cause, seed).run(quietMs, told, enough);
            } finally {
                veil.hang(false);
            }
            return cause;
        });
    }

    @Override
    public void showConsole() {
        showConsole.run();
    }

    @Override
    public void showDrill() {
        showDrill.run();
    }
}
