package io.fluxlab.process.child;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** A folder that only this user may look into, for sockets and what children write. */
final class PrivateFolder {

    /** Where files are memory: POSIX's shared memory on Linux. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private PrivateFolder() {}

    /** Makes one in the folder for temporary files. */
    static Path make() throws IOException {
        return Files.createTempDirectory("fluxlab-"); // its default is 0700
    }

    /** One of the same name, for files that are memory, where the platform has them; else the folder itself. */
    static Path inMemory(Path folder) throws IOException {
        if (!Files.isWritable(MEMORY)) {
            return folder;
        }
        return Files.createDirectory(
                twin(folder), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static Path twin(Path folder) {
        return MEMORY.resolve(folder.getFileName());
    }

    /**
     * Deletes it and the one in memory with all that is in them, as far as that can be done: others may be deleting there,
     * too.
     */
    static void delete(Path folder) {
        deleteTree(folder);
        deleteTree(twin(folder));
    }

    private static void deleteTree(Path folder) {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException e) {
            return; // something in it is not ours to delete
        }
    }

    /** Goes on where something has gone. */
    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException error) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException error) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
