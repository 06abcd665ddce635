package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final List<String> SHORTER =
            List.of("count", "-p", "n=100_000", "--lanes", "immediate,parallel", "--warmup", "0");
    private static final List<String> QUICK =
            List.of("count", "-p", "n=100_000", "--lanes", "immediate,parallel", "--rounds", "2", "--warmup", "0");

    private static final String RECOMMENDATION = "\u001b\\[1m(Use|Can't) ";

    @TempDir
    Path folder;

    @Test
    void tableAndRecommendationGoToStandardOutputAndRoundsToStandardError() {
        var run = compare();

        assertThat(run.status()).isIn(0, 4);
        assertThat(run.outLines())
                .anyMatch(line -> line.startsWith("lane "))
                .anyMatch(line -> line.startsWith("immediate "))
                .anyMatch(line -> line.startsWith("parallel "))
                .anyMatch(line -> line.matches("(Use (immediate|parallel)|Can't recommend yet): .+"));
        assertThat(run.errLines()).anyMatch(line -> line.startsWith("round 1: immediate "));
        assertThat(run.out() + run.err()).doesNotContain("\u001b");
    }

    @Test
    void colourIsThereForWhoeverInsists() {
        assertThat(compare("--color=always").out()).containsPattern(RECOMMENDATION);
        assertThat(compare("--color=always", "--no-color").out()).doesNotContain("\u001b");
        assertThat(compareWhere(Map.of("NO_COLOR", "1"), "--color=always").out())
                .as("what is typed goes before the environment")
                .containsPattern(RECOMMENDATION);
    }

    @Test
    void jsonIsOneEventALineAndNothingElse() throws IOException {
        var run = compare("--json", "--run-events");

        var types = new ArrayList<String>();
        for (String line : run.outLines()) {
            types.add(new ObjectMapper().readTree(line).at("/type").asText());
        }
        assertThat(types)
                .startsWith("comparison-started")
                .contains("run-event", "standing")
                .endsWith("verdict");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void gateThatHoldsFailsAndTellsTheFigure() {
        var run = compare("--fail-if", "parallel.median > 0ns", "--fail-if", "immediate.threads > 10000");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.outLines()).anyMatch(line -> line.startsWith("lane "));
        assertThat(run.errLines())
                .filteredOn(line -> line.startsWith("fluxlab: gate failed: "))
                .singleElement()
                .asString()
                .contains("parallel.median > 0ns: parallel.median is ");
    }

    @Test
    void lanesOfOneFamilyAreComparedUnderTheirFullNames() {
        var run = CommandRun.of(
                "compare",
                "count",
                "-p",
                "n=100_000",
                "--lanes",
                "immediate,gil,gil:switchMillis=0.5",
                "--baseline",
                "gil:switchMillis=0.5",
                "--rounds",
                "2",
                "--fail-if",
                "gil:switchMillis=0.5.speedup > 1");

        assertThat(run.status()).isZero();
        assertThat(run.outLines())
                .anyMatch(line -> line.matches("gil:switchMillis=0.5 .+ 1× +baseline.*"))
                .noneMatch(line -> line.startsWith("Use gil"));
    }

    @Test
    void aSingleRoundRecommendsNothingAndTheExitStatusSaysSo() {
        var run = compare("--rounds", "1");

        assertThat(run.status()).isEqualTo(4);
        assertThat(run.outLines())
                .anyMatch(line -> line.startsWith("Can't recommend yet: There has been one round only"))
                .noneMatch(line -> line.startsWith("Use "));
    }

    @Test
    void aSingleRoundRecommendsNothingInJsonEither() throws IOException {
        var run = compare("--rounds", "1", "--json");

        var verdict = new ObjectMapper().readTree(run.outLines().getLast());
        assertThat(verdict.has("recommended")).isTrue();
        assertThat(verdict.at("/recommended").isNull()).isTrue();
        assertThat(verdict.at("/abstained").asText()).isEqualTo("single-round");
    }

    @Test
    void whereGatesAreGivenTheyDecide() {
        assertThat(compare("--rounds", "1", "--fail-if", "parallel.threads > 10000")
                        .status())
                .isZero();

        var run = compare("--rounds", "1", "--fail-if", "threads > 10000", "--fail-if", "recommended == parallel");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errLines())
                .contains(
                        "fluxlab: gate failed: threads > 10000 can't be told: no lane is recommended",
                        "fluxlab: gate failed: recommended == parallel can't be told: no lane is recommended");
    }

    @Test
    void emulationIsComparedOnlyWhereItIsNamed() {
        var run = CommandRun.of("compare", "count", "-p", "n=1000", "--rounds", "1", "--warmup", "0");

        assertThat(run.outLines())
                .anyMatch(line -> line.startsWith("virtual"))
                .noneMatch(line -> line.startsWith("gil"));
    }

    @Test
    void wrongSettingIsSaidOfTheOption() {
        var run = CommandRun.of("compare", "count", "--lanes", "immediate,gil:switchMilis=1");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("fluxlab: --lanes: switchMilis: no such parameter of the lane gil; "
                        + "did you mean switchMillis?\n");
    }

    @Test
    void whatCountsAsTheSameIsNamedWithTheResult() {
        assertThat(compare("--same-within", "5 %").out()).contains(", same within 5 %, seed ");
        assertThat(compare().out()).contains(", same within 3 %, seed ");

        var run = compare("--same-within", "60%");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("fluxlab: --same-within: sameWithin must be a number between 0.001 and 0.5, was 0.6 (");
    }

    @Test
    void exportsAreWritten() {
        var json = folder.resolve("a.json");
        var csv = folder.resolve("a.csv");
        var markdown = folder.resolve("a.md");

        compare(
                "--export-json",
                json.toString(),
                "--export-csv",
                csv.toString(),
                "--export-markdown",
                markdown.toString());

        assertThat(json).content().contains("\"samples\"");
        assertThat(csv).content().hasLineCount(5);
        assertThat(markdown).content().contains("| immediate |");
    }

    @Test
    @EnabledIf(value = "hasFullDevice", disabledReason = "there is no /dev/full here")
    void anExportThatCannotBeWrittenIsOneLine() {
        var run = compare("--export-json", "/dev/full");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errLines())
                .endsWith("fluxlab: /dev/full can't be written: No space left on device")
                .noneMatch(line -> line.contains("Exception"));
    }

    static boolean hasFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }

    @Test
    void everyMistakeIsToldAtOnceBeforeAnythingRuns() {
        var run = compare(
                "-p",
                "tasks",
                "--fail-if",
                "paralel.cpus > 1",
                "--export-json",
                folder.resolve("no/x").toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).hasSize(3).allMatch(line -> line.startsWith("fluxlab: "));
    }

    @Test
    void unknownNamesAreAnsweredWithTheNearest() {
        var run = CommandRun.of("compare", "sleep", "-p", "task=5", "-p", "style=lazy", "--lanes", "immediate,paralel");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines())
                .contains(
                        "fluxlab: --lanes: unknown lane paralel; did you mean parallel?",
                        "fluxlab: task: no such parameter of sleep; did you mean tasks?",
                        "  tasks=5: how many tasks sleep (1 to 1000000)",
                        "fluxlab: style must be one of blocking, async, was \"lazy\" (whether a sleep holds its thread)",
                        "See 'fluxlab workloads sleep' for all parameters.");
    }

    private static CommandRun compare(String... more) {
        return compareWhere(Map.of(), more);
    }

    private static CommandRun compareWhere(Map<String, String> environment, String... more) {
        return CommandRun.of(
                environment,
                Stream.of(List.of("compare"), List.of(more).contains("--rounds") ? SHORTER : QUICK, List.of(more))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }
}
