package ackscope.ui.base;

import java.io.InputStream;
import java.net.URL;

/** The files under {@code assets/} that ship inside the app. A missing one is a broken build, so it fails at once and by name. */
public final class Assets {
    private static final String ROOT = "/assets/";

    private Assets() {
    }

    /**
     * The address of a file, as style sheets and images want it.
     *
     * @param path below {@code assets/}, such as {@code css/ackscope.css}
     * @throws IllegalStateException if the build left it out
     */
    public static String url(String path) {
        URL url = Assets.class.getResource(ROOT + path);
        if (url == null) {
            throw new IllegalStateException("assets/" + path + " is missing from this build of Ackscope");
        }
        return url.toExternalForm();
    }

    /**
     * Opens a file; the caller closes it.
     *
     * @throws IllegalStateException if the build left it out
     */
    public static InputStream open(String path) {
        InputStream stream = Assets.class.getResourceAsStream(ROOT + path);
        if (stream == null) {
            throw new IllegalStateException("assets/" + path + " is missing from this build of Ackscope");
        }
        return stream;
    }
}
