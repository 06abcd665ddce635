package io.fluxlab.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;

/**
 * Lets JVMs that tests start begin with an archive of the classes of libraries (JEP 310), which takes a third of the time.
 * An archive holds no classes of folders, and its jars have to be the first on the class path: {@code java.class.path},
 * which such JVMs are given, names jars before folders from here on. JUnit finds it by itself; it does nothing but where the
 * system property {@value #REHEARSAL} names a main class of the test class path, with arguments. That is run once for each
 * class path, to see what it and its children load.
 */
public final class ClassData implements Extension {

    private static final String REHEARSAL = "fluxlab.testing.rehearsal";
    private static final String CHILDREN = "fluxlab.children.archive";
    private static final String CLASS_PATH = "java.class.path";

    /** As tests have them: a JVM with other options for its modules makes less of an archive. */
    private static final List<String> FLAGS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xlog:disable");

    private static final long PATIENCE_SECONDS = 120;

    static {
        String rehearsal = System.getProperty(REHEARSAL);
        if (rehearsal != null && !rehearsal.isBlank()) {
            archive(List.of(rehearsal.strip().split(" +")), Path.of(System.getProperty("basedir", "."), "target"));
        }
    }

    /** The option of a JVM that starts from the archive; empty where there is none. */
    public static Optional<String> option() {
        return Optional.ofNullable(System.getProperty(CHILDREN)).map(file -> "-XX:SharedArchiveFile=" + file);
    }

    private static void archive(List<String> rehearsal, Path target) {
        String jars = classPath(true);
        String all = Stream.of(jars, classPath(false))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        System.setProperty(CLASS_PATH, all);
        Path archive = target.resolve("classes-%08x.jsa".formatted(jars.hashCode()));
        try {
            if (isOlderThanAJar(archive, jars)) {
                make(archive, jars, all, rehearsal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        System.setProperty(CHILDREN, archive.toString());
    }

    private static String classPath(boolean jars) {
        return Stream.of(System.getProperty(CLASS_PATH).split(File.pathSeparator))
                .filter(entry -> jars == Files.isRegularFile(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isOlderThanAJar(Path archive, String jars) throws IOException {
        if (!Files.exists(archive)) {
            return true;
        }
        for (String jar : jars.split(File.pathSeparator, -1)) {
            if (Files.getLastModifiedTime(Path.of(jar)).compareTo(Files.getLastModifiedTime(archive)) > 0) {
                return true;
            }
        }
        return false;
    }

    private static void make(Path archive, String jars, String all, List<String> rehearsal)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(archive.getParent(), "classes");
        try {
            ProcessBuilder seen = java(
                    folder,
                    Stream.concat(Stream.of("-cp", all), rehearsal.stream()).toList());
            seen.environment().put("JAVA_TOOL_OPTIONS", "-XX:DumpLoadedClassList=" + folder.resolve("%p.classes"));
            await(seen.start());
            Path classes = folder.resolve("all.classes");
            Files.write(classes, loaded(folder));
            Path made = folder.resolve("made.jsa");
            await(java(
                            folder,
                            List.of(
                                    "-Xshare:dump",
                                    "-XX:SharedClassListFile=" + classes,
                                    "-XX:SharedArchiveFile=" + made,
                                    "-cp",
                                    jars))
                    .start());
            if (Files.exists(made)) {
                Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            delete(folder);
        }
    }

    private static ProcessBuilder java(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
    }

    private static void await(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** The classes that were loaded by any of them, each once. */
    private static List<String> loaded(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".classes")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines.stream()
                .map(line -> line.replaceFirst(" id: \\d+$", ""))
                .distinct()
                .toList();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
