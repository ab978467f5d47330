package ackscope.core.cluster;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * This user's folder in a temporary folder that all share. Its name can be guessed, so somebody else may have made it first: it is used
 * only if it is a real folder and belongs to the user, and is then closed to others; else one with another name is made. Where the file
 * system knows no such rights, the temporary folder is taken to be the user's own.
 *
 * @param shared where it is made
 * @param user   the name of the user that this process runs as
 */
record OwnFolder(Path shared, String user) {
    private static final Set<PosixFilePermission> RIGHTS = PosixFilePermissions.fromString("rwx------");

    /** The folder; made if it is not there, and if it can be. */
    Path path() {
        Path usual = shared.resolve("ackscope-" + user);
        try {
            if (!shared.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return Files.createDirectories(usual);
            }
            try {
                Files.createDirectory(usual, PosixFilePermissions.asFileAttribute(RIGHTS));
                return usual;
            } catch (FileAlreadyExistsException _) {
                return ours(usual)
                        ? usual
                        : Files.createTempDirectory(shared, "ackscope-" + user + "-",
                                PosixFilePermissions.asFileAttribute(RIGHTS));
            }
        } catch (IOException _) {
            // Whoever makes the lab's folder in it will fail too, and has the words for it.
            return shared.resolve("ackscope-" + user + "-" + ProcessHandle.current().pid());
        }
    }

    /** An older version of the app left it open to others: that is put right if it is the user's own. */
    private boolean ours(Path folder) throws IOException {
        boolean own = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && Files
                .getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(
                        shared.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
        if (own && !Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(RIGHTS)) {
            Files.setPosixFilePermissions(folder, RIGHTS);
        }
        return own;
    }
}
