package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.practice.CheckJson;
import io.fluxlab.cli.practice.CheckText;
import io.fluxlab.cli.practice.Checked;
import io.fluxlab.cli.practice.Checking;
import io.fluxlab.cli.practice.HandIn;
import io.fluxlab.cli.practice.PracticeWords;
import io.fluxlab.cli.practice.StudentProject;
import io.fluxlab.cli.view.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fluxlab lecture check}: what is right and what is wrong with an assignment. */
@Command(
        name = "check",
        description = {
            "Compiles an assignment and runs hidden tests for what the task means; writes the report to hand in.",
            "",
            "The student's code runs in a JVM of its own, with 256 MB and a time limit, and with your rights."
        },
        sortOptions = false)
final class LectureCheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIR", description = "The folder that fluxlab lecture start has made.")
    private Path folder = Path.of("");

    @Option(names = "--hint", paramLabel = "N", description = "Hints for what is wrong: 1 a nudge, 2 more, 3 most.")
    private int hint;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where to write the report, Markdown; without it, DIR/report.md.")
    private @Nullable Path report;

    @Mixin
    private final LanguageOption lang = new LanguageOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    LectureCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (hint < 0 || hint > PracticeWords.HINTS) {
            throw new UsageException("--hint must be between 0 and %d, was %d".formatted(PracticeWords.HINTS, hint));
        }
        Console console = surroundings.console();
        StudentProject project = StudentProject.in(folder);
        Checked checked = new Checking(project, surroundings.interrupt()::isRequested).check();
        if (surroundings.interrupt().isRequested()) {
            throw new InterruptedRunException();
        }
        PracticeWords words = PracticeWords.in(lang.chosen(console));
        Path file = report == null ? folder.resolve("report.md") : report;
        write(file, new HandIn(words, Instant.now(), project.answers()).text(checked));
        if (output.json()) {
            new JsonLines(console).accept(CheckJson.of(checked));
        } else {
            new CheckText(words, output.palette(console), console.width(), hint)
                    .lines(checked)
                    .forEach(console::line);
            console.line(words.say("written", file));
        }
        return checked.passed() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UsageException("the report can't be written to %s: %s".formatted(file, e));
        }
    }
}
