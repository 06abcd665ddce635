package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListsTest {
    @Test
    void workloadsHaveAKindAndASummary() {
        var run = CommandRun.of("workloads");

        assertThat(run.status()).isZero();
        assertThat(run.outLines()).first().asString().matches("workload +kind +what it does");
        assertThat(run.outLines()).anyMatch(line -> line.matches("primes +cpu +finds all primes .+"));
    }

    @Test
    void generalWorkloadsAreListedBeforeTheLecturesAndTrapsComeLast() {
        var names = CommandRun.of("workloads").outLines().stream()
                .map(line -> line.replaceFirst(" .*", ""))
                .skip(1)
                .toList();

        var general = List.of("count", "digest", "fetch", "orders", "primes", "render", "sleep");
        assertThat(names.subList(0, general.size())).isEqualTo(general);
        var traps = names.indexOf("blocked-handler");
        assertThat(names.subList(general.size(), traps)).isSorted().contains("addition", "squares");
        assertThat(names.subList(traps, names.size())).isSorted().contains("few-permits", "uuid-hop");
    }

    @Test
    void workloadHasParametersWithDefaultsAndBounds() {
        var run = CommandRun.of("workloads", "sleep");

        assertThat(run.outLines())
                .anyMatch(line -> line.matches("tasks +5 +1 to 1000000 +how many tasks sleep"))
                .anyMatch(line -> line.matches("style +blocking +blocking, async +.+"));
    }

    @Test
    void workloadWithAPipelineTellsItsStagesAndHowToPlaceThem() {
        assertThat(CommandRun.of("workloads", "orders").outLines())
                .contains("stages: fetch, parse, store; --placements says where each runs, as"
                        + " fetch@parallel,parse@parallel,store@parallel");
        assertThat(CommandRun.of("workloads", "sleep").outLines()).noneMatch(line -> line.startsWith("stages"));
    }

    @Test
    void unknownWorkloadIsAnsweredWithTheNearest() {
        var run = CommandRun.of("workloads", "slep");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("fluxlab: unknown workload slep; did you mean sleep?\n");
    }

    @Test
    void lanesAreListedFromTheSimplestOn() {
        assertThat(CommandRun.of("lanes").outLines())
                .extracting(line -> line.replaceFirst(" .*", ""))
                .containsExactly(
                        "lane",
                        "immediate",
                        "event-loop",
                        "bounded-elastic",
                        "parallel",
                        "virtual",
                        "gil",
                        "process",
                        "cluster");
    }

    @Test
    void laneHasSettingsWithDefaultsAndBounds() {
        assertThat(CommandRun.of("lanes").outLines())
                .filteredOn(line -> line.startsWith("gil"))
                .singleElement()
                .asString()
                .contains("compared only where named", "switchMillis");
        assertThat(CommandRun.of("lanes", "gil").outLines())
                .anyMatch(line -> line.matches("switchMillis +5 +0.1 to 10000 +milliseconds .+"))
                .anyMatch(line -> line.matches("threads +platform +platform, virtual, green +.+"))
                .endsWith("Set as in --lane gil:switchMillis=5");
        assertThat(CommandRun.of("lanes", "immediate").outLines()).hasSize(1);
    }

    @Test
    void unknownLaneIsAnsweredWithTheNearest() {
        var run = CommandRun.of("lanes", "gill");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("fluxlab: unknown lane gill; did you mean gil?\n");
    }

    @Test
    void jsonListsHoldOneObjectALine() throws IOException {
        for (String line : CommandRun.of("workloads", "--json").outLines()) {
            assertThat(new ObjectMapper().readTree(line).at("/parameters/type").asText())
                    .isEqualTo("object");
        }
        for (String line : CommandRun.of("lanes", "--json").outLines()) {
            assertThat(new ObjectMapper().readTree(line).at("/available").isBoolean())
                    .isTrue();
        }
    }
}
