package ackscope.core.settings;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Small text files that are whole or not there: written beside the target, then moved over it. */
public final class SafeFile {
    private static final String ASIDE = ".damaged";

    private SafeFile() {
    }

    /** Writes through a temporary file beside the target, whose folder is made. */
    public static void write(Path target, String text) throws IOException {
        write(target, text, _ -> {
        });
    }

    /**
     * The same for secrets: nobody but the file's owner may read it, from before the first byte is in it.
     *
     * @throws IOException also when the file system cannot keep a file to its owner
     */
    public static void writePrivate(Path target, String text) throws IOException {
        write(target, text, OwnerOnly::make);
    }

    /** Done to the empty temporary file. */
    @FunctionalInterface
    private interface Before {
        void prepare(Path empty) throws IOException;
    }

    private static void write(Path target, String text, Before before) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, target.getFileName().toString(), ".tmp");
        try {
            before.prepare(temporary);
            Files.writeString(temporary, text);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Moves a file that makes no sense to a name that is free, and returns that. */
    public static Path setAside(Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ASIDE);
        for (int n = 2; Files.exists(aside); n++) {
            aside = file.resolveSibling(file.getFileName() + ASIDE + "-" + n);
        }
        return Files.move(file, aside);
    }

    /** The files that {@link #setAside} made of this one and that are still there. */
    public static List<Path> asides(Path file) throws IOException {
        if (!Files.isDirectory(file.getParent())) {
            return List.of();
        }
        try (Stream<Path> beside = Files.list(file.getParent())) {
            return beside.filter(f -> f.getFileName().toString().startsWith(file.getFileName() + ASIDE)).sorted()
                    .toList();
        }
    }

    /** Why a file operation failed, for a person. */
    public static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "access is denied";
            case NoSuchFileException _ -> "there is no such file";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
