package ackscope.ui.charts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes an export beside its place and moves it there, so that a full disk leaves the old file whole. */
final class ExportFile {

    /** A write that may fail. */
    @FunctionalInterface
    interface Writing {
        void run() throws IOException;
    }

    private ExportFile() {
    }

    static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(folder, file.getFileName().toString(), ".part");
        try {
            Files.write(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** What happened, why, and what to change. */
    static String inWords(Path file, Exception e) {
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
