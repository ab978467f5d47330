package ackscope.core.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files that only their owner may read and write: mode 600 where there are modes, else a list of rights with one entry. */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> MODE_600 = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {
    }

    /**
     * Takes a file from everybody but its owner.
     *
     * @throws IOException when that is not possible, also because the file system has no such thing
     */
    public static void make(Path file) throws IOException {
        Optional<PosixFileAttributeView> posix = view(file, PosixFileAttributeView.class);
        if (posix.isPresent()) {
            posix.get().setPermissions(MODE_600);
            return;
        }
        AclFileAttributeView acl = view(file, AclFileAttributeView.class).orElseThrow(
                () -> new IOException("the file system cannot keep a file to its owner"));
        acl.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(acl.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class)).build()));
    }

    /** Whether a file is its owner's alone; false when that cannot be told. */
    public static boolean is(Path file) throws IOException {
        Optional<PosixFileAttributeView> posix = view(file, PosixFileAttributeView.class);
        if (posix.isPresent()) {
            return MODE_600.containsAll(posix.get().readAttributes().permissions());
        }
        Optional<AclFileAttributeView> acl = view(file, AclFileAttributeView.class);
        if (acl.isEmpty()) {
            return false;
        }
        Object owner = acl.get().getOwner();
        return acl.get().getAcl().stream()
                .allMatch(e -> e.type() == AclEntryType.DENY || e.principal().equals(owner));
    }

    private static <V extends java.nio.file.attribute.FileAttributeView> Optional<V> view(Path file, Class<V> kind) {
        return Optional.ofNullable(Files.getFileAttributeView(file, kind));
    }
}
