package io.fluxlab.server.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that others must not read. Stateless. */
public final class SecretFile {

    private static final long MOST_BYTES = 1 << 20;

    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    private SecretFile() {}

    /**
     * The text of a file.
     *
     * @throws IllegalArgumentException where others can read it or the group can write it, or it is no such file
     * @throws UncheckedIOException where it can't be read
     */
    public static String read(Path file) {
        check(file);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static RuntimeException unreadable(Path file, IOException e) {
        return e instanceof NoSuchFileException
                ? new IllegalArgumentException("no such file: " + file, e)
                : new UncheckedIOException(file + " can't be read: " + e.getMessage(), e);
    }

    /**
     * Writes a file anew, in one step. It keeps its permissions, owner and group; a new one is its owner's alone.
     *
     * @param file not a link
     */
    public static void replace(Path file, String text) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, ".fluxlab", null); // for its owner alone
        try {
            Files.writeString(beside, text);
            if (Files.exists(file)) {
                keepAttributes(file, beside);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void keepAttributes(Path from, Path to) throws IOException {
        @Nullable PosixFileAttributeView kept = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (kept == null) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes has = kept.readAttributes();
        if (!has.owner().equals(wanted.owner())) {
            kept.setOwner(wanted.owner());
        }
        if (!has.group().equals(wanted.group())) {
            kept.setGroup(wanted.group());
        }
        kept.setPermissions(wanted.permissions());
    }

    /**
     * Checks that others can't read a file, nor the group write it.
     *
     * @throws IllegalArgumentException where they can, or it is no such file
     * @throws UncheckedIOException where that can't be found out
     */
    public static void check(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "%s must be at most %d bytes long, was %d".formatted(file, MOST_BYTES, Files.size(file)));
            }
            boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
            if (posix && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new IllegalArgumentException(
                        "%s must be readable by its owner and group alone: chmod 600 %s".formatted(file, file));
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
