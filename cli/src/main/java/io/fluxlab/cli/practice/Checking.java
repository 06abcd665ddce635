package io.fluxlab.cli.practice;

import io.fluxlab.cli.code.ProjectCompiler;
import io.fluxlab.lecture.assignment.Assignment;
import io.fluxlab.lecture.assignment.check.CheckSuite;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Compiles a student's project in a folder for the time being, and runs the hidden checks beside it. Thread-safe. */
public final class Checking {

    private static final int RELEASE = 21;
    private static final String POINT_ANSWERS = "answers";

    private final StudentProject project;
    private final BooleanSupplier interrupted;

    /** Asks now and then whether somebody wants it to end: what was not checked by then is not in the result. */
    public Checking(StudentProject project, BooleanSupplier interrupted) {
        this.project = project;
        this.interrupted = interrupted;
    }

    /** Does it all. Takes some seconds; with endless loops some minutes. */
    public Checked check() {
        try {
            Path folder = Files.createTempDirectory("fluxlab-practice-");
            try {
                return check(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Checked check(Path folder) throws IOException {
        Assignment assignment = project.assignment();
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path hidden = Files.createDirectory(folder.resolve("hidden"));
        String libraries = assignment.hasReactor() ? path(locations(Flux.class, Publisher.class)) : "";
        List<String> errors =
                new ProjectCompiler(project.folder(), RELEASE).compile(project.sources(), libraries, classes);
        if (!errors.isEmpty()) {
            return new Checked(assignment, project.hash(), errors, List.of());
        }
        Path source = Files.writeString(folder.resolve("HiddenChecks.java"), assignment.hiddenChecks());
        List<Path> all = new ArrayList<>(List.of(classes));
        all.addAll(locations(CheckSuite.class));
        if (assignment.hasReactor()) {
            all.addAll(locations(Flux.class, Publisher.class));
        }
        List<String> changed = new ProjectCompiler(folder, RELEASE).compile(List.of(source), path(all), hidden);
        all.add(hidden);
        List<PointResult> points = new ArrayList<>(
                changed.isEmpty()
                        ? new HiddenRun(assignment, path(all), classes, folder, interrupted).results()
                        : signatures(assignment, changed.get(0)));
        answers(assignment, points);
        return new Checked(assignment, project.hash(), List.of(), points);
    }

    /** The hidden checks call what the skeleton had: what does not compile with them was changed. */
    private static List<PointResult> signatures(Assignment assignment, String error) {
        String what = error.replaceFirst("^[^ ]+:\\d+:\\d+: ", "");
        return assignment.points().stream()
                .map(point -> PointResult.failed(point, "signature", what))
                .toList();
    }

    private void answers(Assignment assignment, List<PointResult> points) {
        if (!assignment.hasAnswers()) {
            return;
        }
        String template = Objects.requireNonNull(assignment.project().get(Assignment.ANSWERS));
        long asked = Answers.questions(template);
        long answered = Answers.answered(project.answers(), template);
        points.add(
                answered >= asked
                        ? PointResult.passed(POINT_ANSWERS)
                        : PointResult.failed(POINT_ANSWERS, "unanswered", "" + answered, "" + asked));
    }

    private static List<Path> locations(Class<?>... types) {
        List<Path> paths = new ArrayList<>();
        for (Class<?> type : types) {
            CodeSource source =
                    Objects.requireNonNull(type.getProtectionDomain().getCodeSource());
            try {
                paths.add(Path.of(source.getLocation().toURI()));
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return paths;
    }

    private static String path(List<Path> entries) {
        return String.join(
                File.pathSeparator, entries.stream().map(Path::toString).toList());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
