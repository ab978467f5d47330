package ackscope.ui.attempts;

import ackscope.core.event.BatchLife;
import ackscope.ui.base.AttemptWords;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.OutcomeMark;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableRowSkin;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** A row that shows its words over the whole width when it is the head of a group, and cells when it is a try. FX thread. */
final class WideRow extends TableRow<Line> {
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");

    private final Label title = new Label();
    private final Label what = new Label();
    private final OutcomeMark mark = new OutcomeMark(OutcomeMark.Kind.WAITING, 11);
    private final Label summary = new Label();
    private final Label more = new Label();
    private final HBox banner = Form.row(title, what, mark, summary, more);
    private Subscription following = Subscription.EMPTY;

    WideRow() {
        getStyleClass().add("attempts-row");
        banner.getStyleClass().add("attempts-banner");
        banner.setManaged(false);
        banner.setMouseTransparent(true);
        title.getStyleClass().add("strong");
        what.getStyleClass().add("muted");
        more.getStyleClass().add("muted");
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (empty || line == null) {
            banner.setVisible(false);
            pseudoClassStateChanged(WIDE, false);
        } else {
            following = line.contentProperty().subscribe(this::show);
        }
    }

    private void show(Content content) {
        boolean wide = content.wide();
        banner.setVisible(wide);
        pseudoClassStateChanged(WIDE, wide);
        switch (content) {
            case Content.Head head -> head(head.life());
            case Content.Broker b -> words("Broker " + b.node(), Figures.counted(b.tries(), "try", "tries"),
                    b.failed() == 0 ? OutcomeMark.Kind.ACKED : OutcomeMark.Kind.FAILED,
                    b.failed() == 0 ? "none failed" : Figures.count(b.failed()) + " failed", "");
            case Content.Gap gap -> {
                words("", "tries " + Figures.count(gap.first()) + " to " + Figures.count(gap.last())
                        + " are not listed; the CSV export has them", OutcomeMark.Kind.WAITING, "", "");
                Form.present(mark, false);
            }
            case Content.Try _,Content.Told _ -> setAccessibleText(null);
        }
    }

    private void head(BatchLife life) {
        words("Batch " + Figures.count(life.id()),
                life.topic() + "-" + life.partition() + " · " + AttemptWords.records(life), AttemptWords.mark(life),
                AttemptWords.summary(life),
                (life.parent() < 0 ? "" : "part of batch " + Figures.count(life.parent()) + "  ")
                        + (life.transactional() ? "in a transaction  " : "")
                        + (life.compression().equals("none") ? "" : life.compression()));
    }

    private void words(String name, String of, OutcomeMark.Kind kind, String became, String rest) {
        Form.present(mark, true);
        title.setText(name);
        what.setText(of);
        mark.show(kind);
        summary.setText(became);
        summary.getStyleClass().setAll("label", "text-" + kind.styleClass());
        more.setText(rest.strip());
        setAccessibleText((name + ", " + of + ", " + became + " " + rest).strip());
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new TableRowSkin<>(this) {
            @Override
            protected void layoutChildren(double x, double y, double w, double h) {
                super.layoutChildren(x, y, w, h);
                if (!getChildren().contains(banner)) {
                    getChildren().add(banner);
                }
                banner.resizeRelocate(x, y, w, h);
            }
        };
    }
}
