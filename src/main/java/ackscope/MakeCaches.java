package ackscope;

import ackscope.bench.Probe;
import ackscope.core.cluster.LabCluster;
import ackscope.core.cluster.LabOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Makes the ahead-of-time caches that a package brings along (JEP 483, 514), where this process's own flags say that they are looked for.
 * Called by the build with the image's own launcher, so that runtime, flags and class path are those of every later start. For the build
 * alone.
 */
@Command(name = "make-caches", hidden = true)
final class MakeCaches implements Callable<Integer> {
    private static final String CACHE = "-XX:AOTCache=";
    private static final long LIMIT_MS = 300_000;
    private static final long PAUSE_MS = 200;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
        Path app = flags.stream().filter(f -> f.startsWith(CACHE)).map(f -> Path.of(f.substring(CACHE.length())))
                .findFirst().orElseThrow(() -> new IOException("no flag " + CACHE + " says where the cache is to be"));
        Path brokers = Optional.ofNullable(System.getProperty(LabOptions.SHIPPED_CACHE)).map(Path::of)
                .orElseThrow(() -> new IOException("no property " + LabOptions.SHIPPED_CACHE
                        + " says where the cache is to be"));
        System.out.println("make-caches: that the JVM cannot load a cache is no error here: it is made now");
        // Made again: the first would be used in place of the one that is to be made.
        Files.deleteIfExists(app);
        Files.deleteIfExists(brokers);
        brokers(Probe.folder(), brokers);
        app(flags, app);
        System.out.println(app.getFileName() + " " + Files.size(app) + " bytes, " + brokers.getFileName() + " "
                + Files.size(brokers) + " bytes");
        return 0;
    }

    private static void brokers(Path work, Path made) throws IOException, InterruptedException {
        LabOptions options = new LabOptions(work, work.resolve("cache"), LabOptions.Aot.USE_AND_TRAIN);
        try (LabCluster lab = new LabCluster(options, _ -> {
        })) {
            lab.start();
            long limit = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MS);
            Optional<Path> found = Optional.empty();
            while (found.isEmpty()) {
                if (System.nanoTime() > limit) {
                    throw new IOException("the brokers' cache was not made in " + LIMIT_MS / 1000 + " s: "
                            + lab.view().progress());
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
                found = cache(options.cacheFolder());
            }
            Files.move(found.get(), made, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Optional<Path> cache(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".aot")).findFirst();
        }
    }

    /** The window on the headless platform, up to the first acknowledged record. */
    private static void app(List<String> flags, Path made) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        flags.stream().filter(f -> !f.startsWith(CACHE) && !f.startsWith("-Djpackage.")).forEach(command::add);
        // Which classes cannot be stored is of no interest.
        command.add("-Xlog:all=error:stderr");
        // JDK 25 stores some argument adapters under the wrong name, and complains of it at every start.
        command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTAdapterCaching",
                "-XX:AOTCacheOutput=" + made, "-Dglass.platform=Headless", "-Dprism.order=sw", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "--probe", "start"));
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (!process.waitFor(LIMIT_MS, TimeUnit.MILLISECONDS)) {
                throw new IOException("the app's cache was not made in " + LIMIT_MS / 1000 + " s");
            }
            if (process.exitValue() != 0 || !Files.isRegularFile(made)) {
                throw new IOException("the app's cache was not made; the reason is above");
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
