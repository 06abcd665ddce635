package io.fluxlab.server.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that lines are appended to, each handed to the system before the next one. A new one is its owner's alone. Where
 * another file has taken its name, or none, as those who rotate logs do, the next line goes to a new one. Not thread-safe.
 */
final class AuditFile implements AutoCloseable {

    private static final byte[] END = {'\n'};

    private final Path path;
    private FileChannel channel;
    private @Nullable Object key;
    private boolean isTorn;

    private AuditFile(Path path) throws IOException {
        this.path = path;
        this.channel = channel();
        this.key = key();
    }

    static AuditFile open(Path path) throws IOException {
        return new AuditFile(path);
    }

    private FileChannel channel() throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownersAlone = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return FileChannel.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), ownersAlone);
    }

    private @Nullable Object key() throws IOException {
        return Files.exists(path)
                ? Files.readAttributes(path, BasicFileAttributes.class).fileKey()
                : null;
    }

    /** Appends a line; what was written of one that failed is ended first. */
    void append(byte[] line) throws IOException {
        Object now = key();
        if (now == null || !now.equals(key)) {
            channel.close();
            channel = channel();
            key = key();
            isTorn = false;
        }
        if (isTorn) {
            write(END);
        }
        isTorn = true;
        write(line);
        write(END);
        isTorn = false;
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
