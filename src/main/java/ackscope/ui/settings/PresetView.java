package ackscope.ui.settings;

import ackscope.core.settings.Preset;
import ackscope.core.settings.ProducerSettings;
import java.io.File;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.FileChooser;

/**
 * The preset in the top bar: which one, how far the form has moved from it, and a menu to choose, save, load and write. Menus say when to
 * use each.
 */
public final class PresetView {
    private static final double WORDS_WIDTH = 380;

    private final SettingsViewModel settings;
    private final PresetsViewModel presets;
    private final MenuButton button = new MenuButton();
    private final Label name = new Label();
    private final Label changes = new Label();

    public PresetView(SettingsViewModel settings, PresetsViewModel presets) {
        this.settings = settings;
        this.presets = presets;
        createView();
        bind();
    }

    public Region node() {
        return button;
    }

    /** Reads a settings file into the form. */
    public void load(File file) {
        presets.load(file.toPath(), settings::replace);
    }

    private void createView() {
        Label word = new Label("preset");
        word.getStyleClass().add("muted");
        name.getStyleClass().add("strong");
        changes.getStyleClass().add("muted");
        HBox words = new HBox(6, word, name, changes);
        words.setAlignment(Pos.CENTER_LEFT);
        button.setGraphic(words);
        button.setId("preset");
        button.getStyleClass().add("preset");
    }

    private void bind() {
        settings.typedProperty().addListener(_ -> show());
        settings.baseProperty().addListener(_ -> show());
        presets.all().addListener((ListChangeListener<Preset>) _ -> fill());
        fill();
        show();
    }

    private void show() {
        int count = settings.changes();
        name.setText(settings.baseProperty().get().name());
        changes.setText(count == 0 ? "" : "+ " + count + (count == 1 ? " change" : " changes"));
        changes.setVisible(count > 0);
        changes.setManaged(count > 0);
        button.setAccessibleText("Preset " + name.getText() + " " + changes.getText());
    }

    private void fill() {
        button.getItems().clear();
        boolean own = false;
        for (Preset preset : presets.all()) {
            if (!preset.builtIn() && !own) {
                own = true;
                button.getItems().add(new SeparatorMenuItem());
            }
            button.getItems().add(choice(preset));
        }
        button.getItems().addAll(new SeparatorMenuItem(), item("Save as a preset\u2026", this::save));
        if (own) {
            Menu delete = dressed(new Menu("Delete a preset"), new Label("Delete a preset"));
            presets.all().stream().filter(p -> !p.builtIn())
                    .forEach(p -> delete.getItems().add(item(p.name(), () -> presets
                            .delete(p))));
            button.getItems().add(delete);
        }
        button.getItems().addAll(item("Load .properties\u2026", this::open),
                item("Save .properties\u2026", this::write));
    }

    private MenuItem choice(Preset preset) {
        Label title = new Label(preset.name());
        title.getStyleClass().add("strong");
        // A wrapped label has no height of its own in a menu, a text has.
        Text words = new Text(preset.description());
        words.getStyleClass().add("preset-description");
        words.setWrappingWidth(WORDS_WIDTH);
        MenuItem item = dressed(new MenuItem(preset.name()),
                preset.description().isEmpty() ? title : new VBox(title, words));
        item.setId("preset-" + preset.name());
        item.setOnAction(_ -> settings.choose(preset));
        return item;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = dressed(new MenuItem(words), new Label(words));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** The picture is what is seen; the text, which has no room, is what is read out. */
    private static <T extends MenuItem> T dressed(T item, Node picture) {
        item.setGraphic(picture);
        item.getStyleClass().add("preset-item");
        return item;
    }

    private void save() {
        ProducerSettings now = settings.typedProperty().get();
        new PresetDialog(button.getScene().getWindow(), presets.all()).ask().ifPresent(n -> presets.save(n.name(), n
                .description(), now, settings::choose));
    }

    private void open() {
        FileChooser chooser = chooser("Load producer settings");
        Optional.ofNullable(chooser.showOpenDialog(button.getScene().getWindow())).ifPresent(this::load);
    }

    private void write() {
        ProducerSettings now = settings.typedProperty().get();
        Optional<Boolean> secrets = now.equals(now.withoutSecrets()) ? Optional.of(false) : askForSecrets();
        if (secrets.isEmpty()) {
            return;
        }
        FileChooser chooser = chooser("Save producer settings");
        chooser.setInitialFileName("producer.properties");
        Optional.ofNullable(chooser.showSaveDialog(button.getScene().getWindow())).ifPresent(file -> presets.write(file
                .toPath(), now, secrets.get()));
    }

    /** Whether secrets go into the file; empty when the person thinks better of it. */
    private Optional<Boolean> askForSecrets() {
        CheckBox with = new CheckBox("Write passwords and keys too, in the open");
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION);
        alert.initOwner(button.getScene().getWindow());
        alert.setTitle("Save producer settings");
        alert.setHeaderText("These settings hold passwords or keys.");
        alert.getDialogPane().setContent(with);
        return alert.showAndWait().filter(ButtonType.OK::equals).map(_ -> with.isSelected());
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("Kafka properties", "*.properties",
                "*.conf", "*.config"), new FileChooser.ExtensionFilter("All files", "*"));
        return chooser;
    }
}
