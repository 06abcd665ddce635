package io.fluxlab.lecture.assignment.check;

import io.fluxlab.lecture.assignment.check.CheckSuite.Check;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Runs the hidden checks beside a student's classes. Each line of the file of results is a word and more, encoded as in an URL and
 * separated by spaces: {@code begin POINT}, {@code pass POINT}, {@code fail POINT KEY TEXT...}, and {@code done} in the end. Whatever
 * the student's code does to this JVM, the lines that are written tell how far it came. Whoever started it ends it after
 * {@code done}: threads that a student has left behind would keep it.
 */
public final class CheckMain {

    private static final long LIMIT_MILLIS = 60_000;

    /** What the students' skeletons say. */
    private static final String UNWRITTEN = "write this";

    private final Path results;

    private CheckMain(Path results) {
        this.results = results;
    }

    /** The arguments: the file of results, the folder of the student's classes, and the points that are left out. */
    public static void main(String[] args) throws Exception {
        List<String> all = List.of(args);
        CheckMain main = new CheckMain(Path.of(all.get(0)));
        Path classes = Path.of(all.get(1));
        Set<String> leftOut = Set.copyOf(all.subList(2, all.size()));
        CheckSuite suite = Class.forName("practice.HiddenChecks")
                .asSubclass(CheckSuite.class)
                .getDeclaredConstructor()
                .newInstance();
        List<Check> checks = new ArrayList<>(suite.checks());
        checks.add(new Check("state", () -> SharedState.check(typesIn(classes))));
        for (Check check : checks) {
            if (!leftOut.contains(check.point())) {
                main.run(check);
            }
        }
        main.write("done");
    }

    private void run(Check check) throws IOException, InterruptedException {
        write("begin", check.point());
        CompletableFuture<Optional<Unmet>> end = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name("check").start(() -> end.complete(unmet(check)));
        thread.join(LIMIT_MILLIS);
        StackTraceElement[] stack = thread.getStackTrace();
        Optional<Unmet> unmet = end.getNow(Optional.of(new Unmet("hangs", StudentFrame.of(stack))));
        if (unmet.isEmpty()) {
            write("pass", check.point());
            return;
        }
        Unmet found = unmet.get();
        List<String> line = new ArrayList<>(List.of("fail", check.point(), found.key()));
        line.addAll(found.texts());
        write(line.toArray(String[]::new));
    }

    private static Optional<Unmet> unmet(Check check) {
        try {
            check.body().run();
            return Optional.empty();
        } catch (Throwable e) { // a student's code may throw anything
            return Optional.of(unmet(e));
        }
    }

    private static Unmet unmet(Throwable thrown) {
        if (thrown instanceof Unmet unmet) {
            return unmet;
        } else if (thrown instanceof OutOfMemoryError) {
            return new Unmet("memory", Runtime.getRuntime().maxMemory() >> 20);
        } else if (thrown instanceof UnsupportedOperationException && UNWRITTEN.equals(thrown.getMessage())) {
            return new Unmet("unwritten", StudentFrame.of(thrown.getStackTrace()));
        }
        return new Unmet("threw", thrown, StudentFrame.of(thrown.getStackTrace()));
    }

    private static List<Class<?>> typesIn(Path folder) throws IOException, ClassNotFoundException {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> names = files.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("module-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .sorted()
                    .toList();
            for (String name : names) {
                types.add(Class.forName(name));
            }
        }
        return types;
    }

    private synchronized void write(String... words) throws IOException {
        List<String> encoded = new ArrayList<>();
        for (String word : words) {
            encoded.add(URLEncoder.encode(word, StandardCharsets.UTF_8));
        }
        Files.writeString(
                results, String.join(" ", encoded) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
