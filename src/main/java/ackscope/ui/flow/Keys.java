package ackscope.ui.flow;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Makes a node answer Enter and Space as a button does. */
final class Keys {
    private Keys() {
    }

    static void onAction(Node node, Runnable action) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            boolean plain = !e.isShortcutDown() && !e.isAltDown();
            if (plain && (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE)) {
                action.run();
                e.consume();
            }
        });
    }
}
