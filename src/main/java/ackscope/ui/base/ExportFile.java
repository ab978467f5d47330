package ackscope.ui.base;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes an export beside its place and moves it there, so that a full disk leaves the old file whole. */
public final class ExportFile {

    /** A write that may fail. */
    @FunctionalInterface
    public interface Writing {
        void run() throws IOException;
    }

    /** Writes text that is too long to be held in memory. */
    @FunctionalInterface
    public interface Text {
        void to(Writer out) throws IOException;
    }

    private ExportFile() {
    }

    /** Writes text as UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes. */
    public static void write(Path file, byte[] bytes) throws IOException {
        through(file, temporary -> Files.write(temporary, bytes));
    }

    /** Writes text as UTF-8, as it comes. */
    public static void writeLong(Path file, Text text) throws IOException {
        through(file, temporary -> {
            try (Writer out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                text.to(out);
            }
        });
    }

    private interface Filling {
        void fill(Path temporary) throws IOException;
    }

    private static void through(Path file, Filling filling) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(folder, file.getFileName().toString(), ".part");
        try {
            filling.fill(temporary);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** What happened, why, and what to change. */
    public static String inWords(Path file, Exception e) {
        String why = switch (e) {
            case AccessDeniedException _ -> "you may not write there. Choose another folder.";
            case NoSuchFileException _ -> "the folder is not there. Choose another one.";
            case FileSystemException f when f.getReason() != null ->
                f.getReason() + ". Make room or choose another folder.";
            default -> "the disk refused it. Choose another folder.";
        };
        return file.getFileName() + " was not saved: " + why;
    }
}
