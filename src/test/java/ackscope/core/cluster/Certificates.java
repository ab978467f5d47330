package ackscope.core.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Key stores with a certificate that signs itself, made by the JDK's keytool, and trust stores of such. PKCS 12; all have one password. */
public final class Certificates {
    /** Of every store here. */
    public static final String PASSWORD = "changeit";

    private Certificates() {
    }

    /** Makes a key store with a certificate for 127.0.0.1 that holds two days. */
    public static Path keys(Path folder, String alias, String commonName) throws IOException, InterruptedException {
        Path store = folder.resolve(alias + ".p12");
        Process keytool = new ProcessBuilder(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + commonName, "-ext",
                        "SAN=IP:127.0.0.1", "-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(),
                        "-storepass", PASSWORD))
                .redirectErrorStream(true).start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool: " + new String(keytool.getInputStream().readAllBytes(),
                    StandardCharsets.UTF_8));
        }
        return store;
    }

    /** Makes a trust store of the certificate in a key store, with nothing of its key. */
    public static Path trust(Path keys) throws IOException, GeneralSecurityException {
        KeyStore from = read(keys);
        KeyStore to = KeyStore.getInstance("PKCS12");
        to.load(null, null);
        for (String alias : java.util.Collections.list(from.aliases())) {
            to.setCertificateEntry(alias, from.getCertificate(alias));
        }
        Path store = Path.of(keys.toString().replace(".p12", "-trusted.p12"));
        try (OutputStream out = Files.newOutputStream(store)) {
            to.store(out, PASSWORD.toCharArray());
        }
        return store;
    }

    /** Reads a store. */
    public static KeyStore read(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }
}
