package ackscope.ui.drill;

import ackscope.core.drill.DrillCause;
import ackscope.core.drill.DrillFile;
import ackscope.core.drill.DrillHistory;
import ackscope.core.drill.DrillRunner;
import ackscope.ui.base.Away;
import ackscope.ui.base.FakeWay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The app's own causes, and drills that a test goes through. */
public final class FakeDrill implements DrillControl {
    private final DrillHistory history;
    final List<String> said = new ArrayList<>();
    final List<String> shown = new ArrayList<>();
    String obstacle = "";
    final FakeWay cluster = new FakeWay();
    DrillCause cause;
    Consumer<DrillRunner.Phase> told = _ -> {
    };
    BooleanSupplier enough = () -> false;
    Runnable during = () -> {
    };

    public FakeDrill(Path folder) {
        history = new DrillHistory(folder.resolve("drills.json"), said::add);
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
        return cluster.away();
    }

    @Override
    public String obstacle() {
        return obstacle;
    }

    @Override
    public void run(DrillCause now, long quietMs, long seed, Consumer<DrillRunner.Phase> heard,
            BooleanSupplier stop) {
        cause = now;
        told = heard;
        enough = stop;
        during.run();
    }

    @Override
    public void showConsole() {
        shown.add("console");
    }

    @Override
    public void showDrill() {
        shown.add("drill");
    }
}
