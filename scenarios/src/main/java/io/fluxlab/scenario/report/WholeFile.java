package io.fluxlab.scenario.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files that are whole or not there: the text is written beside the file and takes its place when all of it is on the disk,
 * so that a full disk leaves what was there before. Links stay links, and permissions stay as they are. What is no file, a
 * device or a pipe, is written to as it is. Stateless; thread-safe.
 */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes the file, over what was in it.
     *
     * @throws UnwritableFileException where that is not possible; a file that was there is as it was then
     */
    public static void write(Path file, String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            Path target = Files.exists(file) && Files.isRegularFile(file) ? file.toRealPath() : file;
            if (isReplaceable(file, target)) {
                replace(target, bytes);
            } else {
                writeInto(target, bytes, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            }
        } catch (IOException e) {
            throw new UnwritableFileException(file, e);
        }
    }

    private static boolean isReplaceable(Path file, Path target) throws IOException {
        if (isDescriptor(file) || Files.isSymbolicLink(target)) {
            return false;
        }
        Path folder = target.toAbsolutePath().getParent();
        boolean hasRoomBeside = folder != null && Files.isWritable(folder);
        return Files.exists(target) ? Files.isRegularFile(target) && hasRoomBeside : hasRoomBeside;
    }

    /** What this process has open already, such as {@code /dev/stdout}: others go on writing there. */
    private static boolean isDescriptor(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        boolean isOfTheSystem = absolute.startsWith("/dev") || absolute.startsWith("/proc");
        return isOfTheSystem && !Files.isRegularFile(absolute, LinkOption.NOFOLLOW_LINKS);
    }

    private static void replace(Path target, ByteBuffer bytes) throws IOException {
        Path beside = target.resolveSibling(".fluxlab-" + UUID.randomUUID());
        try {
            writeInto(beside, bytes, StandardOpenOption.CREATE_NEW);
            if (Files.exists(target)) {
                keepAttributes(target, beside);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void writeInto(Path file, ByteBuffer bytes, StandardOpenOption... options) throws IOException {
        StandardOpenOption[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(file, all)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (Files.isRegularFile(file)) {
                channel.force(true); // some file systems find out here that they are full
            }
        }
    }

    private static void keepAttributes(Path from, Path to) throws IOException {
        @Nullable PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        @Nullable PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (old == null || view == null) {
            return;
        }
        PosixFileAttributes kept = old.readAttributes();
        PosixFileAttributes made = view.readAttributes();
        if (!kept.owner().equals(made.owner())) {
            view.setOwner(kept.owner());
        }
        if (!kept.group().equals(made.group())) {
            view.setGroup(kept.group());
        }
        view.setPermissions(kept.permissions());
    }
}
