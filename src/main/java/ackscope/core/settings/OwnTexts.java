package ackscope.core.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Texts that come with the app, in one folder of its assets. Reads files: any thread but the FX thread. */
public final class OwnTexts {
    private static final String INDEX = "index.txt";

    private final String folder;

    /** @param folder below the assets, without a slash at its ends */
    public OwnTexts(String folder) {
        this.folder = "/assets/" + folder + "/";
    }

    /** The text of a file that must be there. */
    public String read(String file) {
        try (InputStream in = OwnTexts.class.getResourceAsStream(folder + file)) {
            return new String(Objects.requireNonNull(in, folder + file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("what comes with the app cannot be read: " + folder + file, e);
        }
    }

    /** What the folder's index names, in its order. */
    public List<String> index() {
        return read(INDEX).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
