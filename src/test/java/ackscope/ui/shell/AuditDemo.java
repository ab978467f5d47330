package ackscope.ui.shell;

import ackscope.core.audit.AuditReport;
import ackscope.ui.audit.AuditControl;
import ackscope.ui.audit.AuditPage;
import ackscope.ui.audit.AuditView;
import ackscope.ui.audit.AuditViewModel;
import ackscope.ui.audit.Reports;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** A made-up audit, as it stands at the bottom of the window and on a page; to be looked at. Arguments: {@code light|dark}, {@code small}, {@code none}. */
public final class AuditDemo extends Application {

    /** On the class path the main class may not be the application itself. */
    public static final class Start {
        public static void main(String[] args) {
            launch(AuditDemo.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        List<String> args = getParameters().getRaw();
        Theme theme = new Theme();
        theme.choiceProperty().set(args.contains("dark") ? Theme.Choice.DARK : Theme.Choice.LIGHT);
        boolean small = args.contains("small");
        AuditReport report = Reports.mixed(System.currentTimeMillis());
        AuditViewModel model = new AuditViewModel(
                new Fixed(args.contains("none") ? Optional.empty() : Optional.of(report)));
        model.look();
        AuditView view = new AuditView(model);
        TabStrip tabs = new TabStrip("tables");
        tabs.add("Audit", model.badgeProperty(), view.node(), view.controls(), "failed");
        AuditPage page = new AuditPage(_ -> {
        });
        page.show(report);
        VBox above = new VBox(page.node());
        above.getStyleClass().add("page");
        ScrollPane scroll = new ScrollPane(above);
        scroll.setFitToWidth(true);
        BorderPane root = new BorderPane(scroll);
        Region bottom = tabs.node();
        bottom.setPrefHeight(small ? 186 : 236);
        root.setBottom(bottom);
        Scene scene = new Scene(root, small ? 1232 : 1364, small ? 690 : 870);
        theme.apply(scene);
        stage.setScene(scene);
        stage.setTitle("Ackscope, made-up data");
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private record Fixed(Optional<AuditReport> report) implements AuditControl {
        @Override
        public State state() {
            return new State(false, "", -1, report);
        }

        @Override
        public String obstacle() {
            return "";
        }

        @Override
        public void prove() {
            System.out.println("prove");
        }

        @Override
        public void look() {
            System.out.println("look");
        }

        @Override
        public void cancel() {
            System.out.println("cancel");
        }
    }
}
