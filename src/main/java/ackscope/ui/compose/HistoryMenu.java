package ackscope.ui.compose;

import ackscope.ui.base.Figures;
import ackscope.ui.compose.ComposeViewModel.Past;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** Past send actions: choosing one puts it back into the form, where it can be sent again. */
final class HistoryMenu {
    private static final int SHOWN = 20;
    private static final int WIDTH = 48;

    private final ContextMenu menu = new ContextMenu();

    HistoryMenu(ComposeViewModel model) {
        for (Past past : model.history().subList(0, Math.min(SHOWN, model.history().size()))) {
            MenuItem item = new MenuItem(words(past));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.recall(past));
            menu.getItems().add(item);
        }
    }

    void show(Node owner) {
        menu.show(owner, Side.BOTTOM, 0, 4);
    }

    private static String words(Past past) {
        String many = switch (past.mode()) {
            case ONE -> "one";
            case MANY -> Figures.count(past.plan().count().orElse(0));
            case LOAD -> "load";
        };
        String value = past.plan().randomBytes().isPresent()
                ? past.plan().randomBytes().getAsInt() + " random bytes"
                : past.draft().value().isNull() ? "null" : past.draft().value().text().replace('\n', ' ');
        return Figures.clock(past.atMs()) + "  " + many + " → " + past.draft().topic() + "  "
                + (value.length() > WIDTH ? value.substring(0, WIDTH) + "…" : value);
    }
}
