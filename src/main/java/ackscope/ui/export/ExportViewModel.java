package ackscope.ui.export;

import ackscope.core.compose.ComposeException;
import ackscope.core.export.code.CodeException;
import ackscope.core.export.code.CodeExporter;
import ackscope.core.export.code.CodeInput;
import ackscope.core.export.code.CodeTarget;
import ackscope.core.secret.Secrets;
import ackscope.ui.base.Background;
import ackscope.ui.base.ExportFile;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What the console would send, as code. FX thread. */
public final class ExportViewModel {
    private final Source source;
    private final Background background;
    private final Consumer<String> say;
    private final ObjectProperty<CodeTarget> target = new SimpleObjectProperty<>(CodeTarget.JAVA);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** The settings and the record at hand. */
    @FunctionalInterface
    public interface Source {
        /** @throws ComposeException in words when what is composed is no record */
        CodeInput now() throws ComposeException;
    }

    /** @param say shows a sentence to the person */
    public ExportViewModel(Source source, Background background, Consumer<String> say) {
        this.source = source;
        this.background = background;
        this.say = say;
        target.subscribe(_ -> refresh());
    }

    /** As what. */
    ObjectProperty<CodeTarget> targetProperty() {
        return target;
    }

    /** The whole file; "" when there is a problem. */
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Why there is no text, in words; "" when there is one. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Takes the settings and the record as they are now. */
    void refresh() {
        try {
            String made = CodeExporter.text(target.get(), source.now());
            problem.set("");
            text.set(made);
        } catch (ComposeException | CodeException e) {
            text.set("");
            problem.set(Secrets.said(e));
        }
    }

    void copied() {
        say.accept(target.get().label() + " copied.");
    }

    void save(Path file) {
        String made = text.get();
        String label = target.get().label();
        background.run(() -> {
            ExportFile.write(file, made);
            return file;
        }, done -> say.accept(label + " saved: " + done), e -> say.accept(ExportFile.inWords(file, e)));
    }
}
