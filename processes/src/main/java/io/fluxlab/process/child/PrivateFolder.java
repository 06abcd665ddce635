package io.fluxlab.process.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that only this user may look into, for sockets and what children write. */
public final class PrivateFolder {

    private PrivateFolder() {}

    /** Makes one in the folder for temporary files. */
    public static Path make() throws IOException {
        return Files.createTempDirectory("fluxlab-"); // its default is 0700
    }

    /** Deletes it with all that is in it, as far as that can be done: others may be doing the same. */
    public static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(PrivateFolder::deleteOne);
        } catch (IOException | java.io.UncheckedIOException e) {
            return; // it is gone
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            return; // not ours to delete
        }
    }
}
