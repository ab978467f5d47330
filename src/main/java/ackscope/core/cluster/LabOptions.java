package ackscope.core.cluster;

import java.nio.file.Path;

/**
 * How a lab cluster is to be made.
 *
 * @param tempFolder  where the folder with all its data is made, and where what a crash left is swept
 * @param cacheFolder where the AOT cache of the brokers' JVMs is kept from one start to the next
 * @param aot         what is done with that cache
 */
public record LabOptions(Path tempFolder, Path cacheFolder, Aot aot) {
    /** The system property by which a package names the cache that it brings along; it stands before the one in the cache folder. */
    public static final String SHIPPED_CACHE = "ackscope.brokers.aot";

    /** What is done with the AOT cache. */
    public enum Aot {
        /** Neither used nor made. */
        OFF,
        /** Used where there is one. */
        USE,
        /** Used, and made in the background once the cluster is ready where there is none. */
        USE_AND_TRAIN
    }

    /** The user's cache folder, the system's temporary folder, a cache that is made when missing. */
    public static LabOptions standard() {
        Path temp = new OwnFolder(Path.of(System.getProperty("java.io.tmpdir")), System.getProperty("user.name"))
                .path();
        return new LabOptions(temp, Host.current().cacheFolder(), Aot.USE_AND_TRAIN);
    }

    /** The same with another use of the cache. */
    public LabOptions with(Aot use) {
        return new LabOptions(tempFolder, cacheFolder, use);
    }
}
