package io.fluxlab.scenario;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.scenario.run.Detail;
import io.fluxlab.scenario.run.ScenarioEvent;
import io.fluxlab.scenario.run.ScenarioRunner;
import io.fluxlab.scenario.script.LabListing;
import io.fluxlab.scenario.script.ScriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What the documentation shows runs, and holds what it claims. */
class DocumentationTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Path SOURCE = Path.of("src/test/java/io/fluxlab/scenario/DocumentationTest.java");

    private final Lab lab = LocalLab.create();
    private final LabListing listing = LabListing.of(lab).block();
    private final Scheduler timer = Schedulers.newSingle("timer");

    @TempDir
    Path folder;

    @AfterEach
    void stopTimer() {
        timer.dispose();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../CONTRIBUTING.md", "../docs/scenarios.md"})
    void sampleScenarioHoldsWhatItClaims(String document) throws IOException {
        assertThat(samples(Path.of(document), "yaml"))
                .singleElement()
                .satisfies(sample -> assertThat(sentences(sample))
                        .isNotEmpty()
                        .allSatisfy(sentence -> assertThat(sentence).startsWith("yes: ")));
    }

    @Test
    void everyScenarioStandsInTheTableOfTheLecture() throws IOException {
        String table = Files.readString(Path.of("../docs/lecture.md"));
        try (var files = Files.list(Path.of("."))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml"))
                            .toList())
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(table).contains("`" + name.replace(".yaml", "") + "`"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lecture.md", "lecture-workloads.md"})
    void bothLanguagesHaveTheSameRows(String document) throws IOException {
        var english = rows(Path.of("../docs", document));
        var russian = rows(Path.of("../docs/ru", document));

        assertThat(english).hasSizeGreaterThan(20);
        assertThat(russian).isEqualTo(english);
    }

    /** Of each row of a table, the names that are those of the code. */
    private static List<List<String>> rows(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .map(line -> CODE.matcher(line)
                        .results()
                        .map(name -> name.group(1))
                        .sorted()
                        .toList())
                .toList();
    }

    @Test
    void newScenarioTakesTenLines() throws IOException {
        assertThat(samples(Path.of("../CONTRIBUTING.md"), "yaml").get(0).lines())
                .hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void sampleOfTheRunnerIsThatOfThisTest() throws IOException {
        assertThat(samples(Path.of("../docs/scenarios.md"), "java"))
                .singleElement()
                .satisfies(sample -> assertThat(unindented(Files.readString(SOURCE)))
                        .contains(unindented(sample).replace("Path.of(\"own.yaml\")", "own(script)")));
    }

    private List<String> sentences(String script) throws IOException {
        Scenario scenario = ScriptReader.on(listing).read(own(script));
        Flux<String> sentences = ScenarioRunner.on(lab, timer)
                .run(scenario, Form.QUICK, Detail.EXPECTED)
                .ofType(ScenarioEvent.Judged.class)
                .map(judged -> (judged.held() ? "yes: " : "no: ") + judged.that());
        return sentences.collectList().block();
    }

    private Path own(String script) throws IOException {
        return Files.writeString(folder.resolve("own.yaml"), script);
    }

    private static List<String> samples(Path document, String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(document))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(joining("\n"));
    }
}
