package ackscope.core.breaker;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of one outbox: appended, read back by position, copied to a smaller file. One process has it at a time: each takes the first
 * of {@code outbox-1.jsonl}, {@code outbox-2.jsonl}, .. that no other one has locked, and those beyond it that a crash left behind. What is written is in the system's hands when
 * {@link #append} returns, and outlives this process; {@link #force} puts it on the disk. Plain files, because an interrupt
 * would close a channel. Not for several threads at once, save {@link #force}.
 */
final class OutboxFile implements AutoCloseable {
    private static final int MOST = 64;
    private static final int COPY = 1 << 16;

    private final Path path;
    private final FileChannel lockChannel;
    private final FileLock lock;
    private volatile RandomAccessFile file;
    private long end;

    private OutboxFile(Path path, FileChannel lockChannel, FileLock lock) throws IOException {
        this.path = path;
        this.lockChannel = lockChannel;
        this.lock = lock;
        file = new RandomAccessFile(path.toFile(), "rw");
        end = file.length();
    }

    /** Takes the first file of a folder that is free; makes both if need be. */
    static OutboxFile take(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int n = 1; n <= MOST; n++) {
            FileChannel channel = FileChannel.open(folder.resolve("outbox-" + n + ".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return new OutboxFile(folder.resolve("outbox-" + n + ".jsonl"), channel, lock);
            }
            channel.close();
        }
        throw new IOException("all of the " + MOST + " outboxes in " + folder + " are in use");
    }

    /** Takes those that are not empty and that nobody has. */
    static List<OutboxFile> takeLeft(Path folder) throws IOException {
        List<OutboxFile> left = new ArrayList<>();
        for (int n = 1; n <= MOST; n++) {
            Path path = folder.resolve("outbox-" + n + ".jsonl");
            if (!Files.exists(path) || Files.size(path) == 0) {
                continue;
            }
            FileChannel channel = FileChannel.open(folder.resolve("outbox-" + n + ".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
            } else {
                left.add(new OutboxFile(path, channel, lock));
            }
        }
        return left;
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another engine of this process has it.
            return null;
        }
    }

    Path path() {
        return path;
    }

    /** Bytes in it. */
    long length() {
        return end;
    }

    /** Adds bytes at the end, all or none, and returns where they begin. */
    long append(byte[] bytes) throws IOException {
        long at = end;
        try {
            file.seek(at);
            file.write(bytes);
        } catch (IOException e) {
            cut(at);
            throw e;
        }
        end = at + bytes.length;
        return at;
    }

    byte[] read(long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(at);
        file.readFully(bytes);
        return bytes;
    }

    /** Drops everything from here on. */
    void cut(long at) throws IOException {
        file.setLength(at);
        end = at;
    }

    /** Puts on the disk what was appended before. Any thread. */
    void force() throws IOException {
        file.getFD().sync();
    }

    /** A smaller file beside this one, to be filled and then moved over it. */
    Smaller smaller() throws IOException {
        return new Smaller();
    }

    /** Takes a copy of this file's living lines while the file goes on; then takes its place. */
    final class Smaller implements AutoCloseable {
        private final Path temporary = path.resolveSibling(path.getFileName() + ".new");
        private final RandomAccessFile from = new RandomAccessFile(path.toFile(), "r");
        private final RandomAccessFile to;
        private boolean inPlace;

        private Smaller() throws IOException {
            Files.deleteIfExists(temporary);
            to = new RandomAccessFile(temporary.toFile(), "rw");
        }

        byte[] read(long at, int length) throws IOException {
            byte[] bytes = new byte[length];
            from.seek(at);
            from.readFully(bytes);
            return bytes;
        }

        /** Where these bytes begin. */
        long append(byte[] bytes) throws IOException {
            long at = to.getFilePointer();
            to.write(bytes);
            return at;
        }

        /** Puts on the disk what was copied, while the file still goes on. */
        void force() throws IOException {
            to.getFD().sync();
        }

        /**
         * Copies what came since, takes the file's place, and returns how far that part moved: add it to its positions. That part is
         * not on the disk before the next {@link OutboxFile#force}: it would make everybody wait here.
         */
        long replace(long since) throws IOException {
            long moved = to.getFilePointer() - since;
            for (long at = since; at < end; at += COPY) {
                to.write(read(at, (int) Math.min(COPY, end - at)));
            }
            long length = to.getFilePointer();
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            RandomAccessFile old = file;
            file = to;
            inPlace = true;
            end = length;
            old.close();
            from.close();
            return moved;
        }

        /** Leaves everything as it is, unless it took the file's place. */
        @Override
        public void close() throws IOException {
            if (!inPlace) {
                from.close();
                to.close();
                Files.deleteIfExists(temporary);
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
        lock.release();
        lockChannel.close();
    }
}
