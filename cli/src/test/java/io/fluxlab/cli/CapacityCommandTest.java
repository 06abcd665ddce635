package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityCommandTest {

    private static final List<String> QUICK = List.of(
            "capacity",
            "sleep",
            "-p",
            "minMillis=1",
            "-p",
            "maxMillis=1",
            "--lanes",
            "bounded-elastic,virtual",
            "--from",
            "40/s",
            "--to",
            "80/s",
            "--duration",
            "300ms",
            "--max-time",
            "20s",
            "--seed",
            "1");

    private static final List<String> LOOSE = List.of("--slo", "p99 < 30s", "--slo", "bystander.p99 < 30s");

    @TempDir
    Path folder;

    @Test
    void capacitiesGoToStandardOutputAndStepsToStandardError() {
        var run = capacity(LOOSE);

        assertThat(run.status()).isZero();
        assertThat(run.outLines())
                .anyMatch(line -> line.matches("lane +meets +does not +p99 +bystander\\.p99"))
                .anyMatch(line -> line.startsWith("bounded-elastic: "))
                .anyMatch(line -> line.startsWith("virtual: "))
                .anyMatch(line -> line.contains("a bounded-elastic   b virtual"));
        assertThat(run.errLines()).first().asString().startsWith("sleep ").endsWith(", p99 < 30s, bystander.p99 < 30s");
        assertThat(run.errLines()).anyMatch(line -> line.matches("(virtual|bounded-elastic) 40/s: met, p99 .*"));
        assertThat(run.out() + run.err()).doesNotContain("\u001b");
    }

    @Test
    void placementsOfAPipelineAreSearchedAsLanesAre() {
        var run = CommandRun.of(
                "capacity",
                "orders",
                "-p",
                "stages=fetch:sleep=1ms,parse:burn=100us",
                "--placements",
                "fetch@event-loop,parse@parallel;parallel",
                "--slo",
                "p50 < 10s",
                "--from",
                "40/s",
                "--to",
                "40/s",
                "--duration",
                "300ms",
                "--max-time",
                "20s");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.outLines())
                .anyMatch(line -> line.startsWith("fetch@event-loop,parse@parallel: "))
                .anyMatch(line -> line.startsWith("parallel: "));
    }

    @Test
    void mistakesInPlacementsAreTold() {
        assertThat(ofPlacements("best"))
                .contains("--placements best: a search for capacities tries those that are named");
        assertThat(ofPlacements(" ; ")).contains("--placements names none: write stage@lane");
        assertThat(ofPlacements("prase@parallel")).contains("unknown stage prase; did you mean parse?");
        assertThat(ofPlacements("fetch@virtual", "--lanes", "virtual"))
                .contains("--lanes virtual: placements name the lanes themselves");
    }

    private static String ofPlacements(String... typed) {
        var run = CommandRun.of(
                Stream.concat(Stream.of("capacity", "orders", "--slo", "p50 < 10s", "--placements"), Stream.of(typed))
                        .toArray(String[]::new));
        assertThat(run.status()).isEqualTo(2);
        return run.err();
    }

    @Test
    void jsonIsOneEventALineAndNothingElse() throws IOException {
        var run = capacity(Stream.concat(LOOSE.stream(), Stream.of("--json")).toList());

        var types = new ArrayList<String>();
        for (String line : run.outLines()) {
            types.add(new ObjectMapper().readTree(line).at("/type").asText());
        }
        assertThat(types)
                .startsWith("capacity-started", "step-started", "step-finished")
                .contains("lane-capacity")
                .endsWith("capacity-finished");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void filesHaveTheCurves() throws IOException {
        Path json = folder.resolve("capacity.json");
        Path markdown = folder.resolve("capacity.md");
        Path page = folder.resolve("capacity.html");
        var run = capacity(Stream.concat(
                        LOOSE.stream(),
                        Stream.of("--export-json=" + json, "--export-markdown=" + markdown, "--report=" + page))
                .toList());

        assertThat(run.status()).isZero();
        JsonNode all = new ObjectMapper().readTree(json.toFile());
        assertThat(all.at("/slo/0").asText()).isEqualTo("p99 < 30s");
        assertThat(all.at("/lanes/1/lane").asText()).isEqualTo("virtual");
        assertThat(all.at("/lanes/1/curve/0/perSecond").asDouble()).isEqualTo(40);
        assertThat(all.at("/lanes/1/curve/0/figures/p99").asLong()).isPositive();
        assertThat(Files.readString(markdown))
                .contains("| lane | meets | does not | p99 | bystander.p99 |")
                .contains("Latency over rate on virtual:");
        assertThat(Files.readString(page))
                .startsWith("<!doctype html>")
                .contains("<polyline class=\"curve\"", "p99 &lt; 30s", "virtual");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p99 > 20ms   | so < and not >",
                "p99          | such as 'p99 < 20ms' or 'bystander.p99 < 5ms'",
                "fast < 20ms  | or mean, not fast"
            })
    void objectiveThatIsNoneIsNamedWithWhatWouldBeRight(String slo, String message) {
        var run = capacity(List.of("--slo", slo));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--slo").contains(message);
    }

    @Test
    void objectiveIsMissedWhereThereIsNone() {
        var run = capacity(List.of());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--slo");
    }

    @Test
    void rateToBeginWithIsNoHigherThanTheHighest() {
        var run = capacity(List.of("--slo", "p99 < 1s", "--from", "100/s"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--to: to must be at least the rate to begin with, 100/s, was 80/s");
    }

    @Test
    void searchWithoutTimeForAStepAbstains() {
        var run = capacity(
                Stream.concat(LOOSE.stream(), Stream.of("--max-time", "1ms")).toList());

        assertThat(run.status()).isEqualTo(4);
        assertThat(run.out()).contains("can't tell: no rate has had enough steps");
    }

    private static CommandRun capacity(List<String> more) {
        List<String> all = new ArrayList<>(QUICK);
        more.forEach(each -> {
            int at = each.startsWith("--") && !each.contains("=") ? all.indexOf(each) : -1;
            if (at >= 0 && !each.equals("--slo")) {
                all.remove(at);
                all.remove(at);
            }
            all.add(each);
        });
        return CommandRun.of(all.toArray(String[]::new));
    }
}
