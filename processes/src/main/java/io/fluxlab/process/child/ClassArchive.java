package io.fluxlab.process.child;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The archive of classes that children start from, where somebody has made one (JEP 350): a child that starts from it takes
 * a fraction of the time. Named by system properties of the parent, because it belongs to whoever installs the program.
 */
final class ClassArchive {

    /** Names the archive to start from. */
    private static final String USE = "fluxlab.children.archive";

    /** Names the archive to make; for a run with one child, which writes it when it ends. */
    private static final String TRAIN = "fluxlab.children.train";

    private static final String JVM_USE = "-XX:SharedArchiveFile=";
    private static final String JVM_TRAIN = "-XX:ArchiveClassesAtExit=";

    private ClassArchive() {}

    /** Whether children write an archive now, which takes them a while. */
    static boolean isTrained() {
        return System.getProperty(TRAIN) != null;
    }

    /** Archives are not worth a word: one that does not fit is left, and what a child says last tells how it ended. */
    private static final String QUIETLY = "-Xlog:disable";

    /** The options for a child; none where it starts from whatever its parent started from. */
    static List<String> options() {
        return option().map(archive -> List.of(archive, QUIETLY)).orElse(List.of());
    }

    private static Optional<String> option() {
        String toMake = System.getProperty(TRAIN);
        if (toMake != null) {
            return Optional.of(JVM_TRAIN + toMake);
        }
        return Optional.ofNullable(System.getProperty(USE))
                .filter(file -> Files.isReadable(Path.of(file)))
                .map(file -> JVM_USE + file);
    }

    /** Whether this is an option that {@link #options} takes the place of. */
    static boolean isReplaced(String option) {
        return option.startsWith(JVM_USE) && option().isPresent();
    }
}
