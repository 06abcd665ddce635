package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each assignment was solved right, and wrong in several ways: the check tells them apart, and names what is wrong. */
class PracticeIT {
    private static final Path SOLUTIONS = Path.of("src/test/resources/practice");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, right", "2, right", "2, right-with-reactor", "3, right"})
    void rightSolutionPasses(String number, String solution) throws IOException {
        Path project = solved(number, solution);

        var run = CommandRun.of("lecture", "check", project.toString());

        assertThat(run.out()).doesNotContain("✗").contains("points are as they should be.");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    /** What is in brackets comes out in most runs: it is a race that the solution may win. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | end-left-out | primes: differs, edges: differs",
                "1 | one-after-the-other | threads: not.parallel",
                "1 | one-process-at-a-time | processes: not.parallel.processes, answers: unanswered",
                "1 | not-joined | (threads: differs, )?joined: returned.early, reaped: processes.left",
                "1 | exits-and-loops | sequential: exit, measured: hangs, answers: unanswered",
                "2 | overflows-and-changes | integers: differs, unchanged: changed",
                "2 | as-they-are-ready | order: differs, state: static.holds",
                "2 | one-fails-all | alone: threw, left: left",
                "3 | one-field | private: not.private, namesakes: namesakes",
                "3 | static-and-inherited | namesakes: inherited, stores: stores",
                "3 | never-removed | removed: not.removed, cancel: returned.early",
                "3 | by-name | namesakes: namesakes, stores: stores, state: static.mutable"
            })
    void wrongSolutionIsToldWhatIsWrong(String number, String solution, String wrong) throws IOException {
        Path project = solved(number, solution);

        var run = CommandRun.of("lecture", "check", project.toString(), "--json");

        List<String> found = new ArrayList<>();
        for (JsonNode point : new ObjectMapper().readTree(run.out()).at("/points")) {
            if (!point.at("/passed").asBoolean()) {
                found.add(
                        point.at("/point").asText() + ": " + point.at("/wrong").asText());
            }
        }
        assertThat(String.join(", ", found)).matches(wrong);
        assertThat(run.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void skeletonCompilesAndEveryMethodIsStillToWrite(String number) {
        Path project = started(number);

        var run = CommandRun.of("lecture", "check", project.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("Not written yet: practice.", "With --hint 1")
                .doesNotContain("It threw");
    }

    private Path started(String number) {
        Path project = folder.resolve("project");
        assertThat(CommandRun.of("lecture", "start", number, project.toString()).status())
                .isZero();
        return project;
    }

    private Path solved(String number, String solution) throws IOException {
        Path project = started(number);
        Path from = SOLUTIONS.resolve(number).resolve(solution);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        file, project.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return project;
    }

    @Test
    void reportHoldsWhatWasFound() throws IOException {
        Path project = solved("3", "one-field");
        Path report = folder.resolve("mine.md");

        var run = CommandRun.of(
                "lecture", "check", project.toString(), "--report", report.toString(), "--lang", "ru", "--hint", "2");

        assertThat(run.out())
                .contains("Подсказка: Одно поле — одно значение на все потоки.")
                .doesNotContain("ThreadLocal<String>");
        // Whether what the threads print shows that they share a field, their turns decide.
        assertThat(report)
                .content()
                .startsWith("# Задание 3: приватные данные потоков")
                .containsPattern("SHA-256 исходников: [0-9a-f]{64}")
                .containsPattern("Выполнено пунктов: [56] из 8\\.")
                .contains("| ✗ | Данные потока не видит никто другой | Поток увидел чужое");
    }
}
