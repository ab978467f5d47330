package ackscope;

import ackscope.core.cluster.LabOptions;
import ackscope.core.event.LogEvent;
import ackscope.core.lab.AppFolders;
import ackscope.core.lab.Lab;
import ackscope.core.lab.Preferences;
import ackscope.core.lab.PreferencesFile;
import ackscope.bench.Probe;
import ackscope.ui.base.Background;
import ackscope.ui.shell.MainWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Stage;
import org.slf4j.LoggerFactory;

/** The composition root: builds the lab and the window by constructors, and closes them in reverse order. */
public final class App extends Application {
    private static final int RUN_FOLDERS_KEPT = 5;
    /** Held so that it is not collected: JavaFX warns through it that it is on the class path, which is meant. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Lab lab;
    private MainWindow window;
    private PreferencesFile preferencesFile;

    /** Opens the window and returns when it is closed. */
    static void open(String... parameters) {
        JAVAFX.setLevel(Level.SEVERE);
        System.setProperty("ackscope.log", AppFolders.ofThisUser().log().toString());
        Application.launch(App.class, parameters);
    }

    @Override
    public void start(Stage stage) {
        String probe = getParameters().getNamed().get("probe");
        AppFolders folders = probe == null ? AppFolders.ofThisUser() : AppFolders.under(Probe.folder());
        List<String> trouble = new ArrayList<>();
        preferencesFile = new PreferencesFile(folders.config(), sentence -> {
            trouble.add(sentence);
            System.err.println("ackscope: " + sentence);
        });
        Preferences preferences = preferencesFile.load();
        lab = new Lab(runsFolder(folders, trouble), folders.outbox(), folders.records(), LabOptions.standard());
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            LoggerFactory.getLogger(App.class).error("uncaught in {}", thread.getName(), e);
            lab.say(LogEvent.Level.ERROR, "Something in Ackscope itself went wrong: " + e
                    + ". It is in the app's log file; sending goes on.");
        });
        window = new MainWindow(stage, lab, Background.onFx(lab.work()), preferences, folders,
                file -> getHostServices().showDocument(Path.of(file).toUri().toString()));
        window.show();
        trouble.forEach(sentence -> lab.say(LogEvent.Level.WARNING, sentence));
        lab.startLabCluster();
        lab.work().execute(() -> prune(folders));
        if (probe != null) {
            Probe.start(probe, lab, window);
        }
    }

    private static Path runsFolder(AppFolders folders, List<String> trouble) {
        try {
            return folders.newRunsFolder(System.currentTimeMillis());
        } catch (IOException e) {
            Path instead = Path.of(System.getProperty("java.io.tmpdir"),
                    "ackscope-runs-" + ProcessHandle.current().pid());
            trouble.add("Runs cannot be kept in " + folders.data() + " (" + e.getMessage() + "); they go to " + instead
                    + ".");
            return instead;
        }
    }

    private static void prune(AppFolders folders) {
        try {
            folders.pruneRuns(RUN_FOLDERS_KEPT);
        } catch (IOException e) {
            LoggerFactory.getLogger(App.class).warn("old runs stay", e);
        }
    }

    /** Closes what {@link #start} opened, in reverse order; called by JavaFX when the last window closes. */
    @Override
    public void stop() {
        try {
            if (window != null) {
                preferencesFile.save(window.preferences());
                window.close();
            }
        } finally {
            if (lab != null) {
                lab.close();
            }
        }
    }
}
