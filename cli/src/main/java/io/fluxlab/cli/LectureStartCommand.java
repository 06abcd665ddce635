package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.practice.PracticeWords;
import io.fluxlab.cli.practice.StudentProject;
import io.fluxlab.lecture.assignment.Assignment;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fluxlab lecture start}: an assignment as a Maven project. */
@Command(
        name = "start",
        description = "Writes an assignment of the lecture's practice as a Maven project: the task, a skeleton, tests.",
        sortOptions = false)
final class LectureStartCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "NUMBER", description = "1 primes, 2 addition, 3 private data of threads.")
    private String number = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "A folder that is empty or not there yet.")
    private Path folder = Path.of("");

    @Mixin
    private final LanguageOption lang = new LanguageOption();

    LectureStartCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Assignment assignment = Assignment.of(number)
                .orElseThrow(() -> new UsageException("an assignment must be 1, 2 or 3, was " + number));
        StudentProject.create(folder, assignment);
        Console console = surroundings.console();
        PracticeWords words = PracticeWords.in(lang.chosen(console));
        console.line(words.say("title." + number));
        console.line(words.say("started", folder));
        return ExitStatus.DONE;
    }
}
