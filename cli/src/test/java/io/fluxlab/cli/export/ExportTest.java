package io.fluxlab.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxlab.cli.export.Export.Format;
import io.fluxlab.cli.figure.Report;
import io.fluxlab.cli.figure.Samples;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.wording.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final int ROUNDS = 20;

    @TempDir
    Path folder;

    @Test
    void jsonHoldsTheVerdictAndEveryRawFigure() throws IOException {
        var json = new ObjectMapper().readTree(written(Format.JSON));

        assertThat(json.at("/workload").asText()).isEqualTo("primes");
        assertThat(json.at("/machine/cpus").asInt()).isEqualTo(2);
        assertThat(json.at("/verdict/recommended").asText()).isEqualTo("parallel");
        assertThat(json.at("/verdict/lanes")).hasSize(3);
        assertThat(json.at("/verdict/samples")).hasSize(3 * ROUNDS);
        assertThat(json.at("/verdict/samples/0/wallNanos").asLong()).isPositive();
    }

    @Test
    void csvHasARowForEachLaneAndRoundUnderAHeading() throws IOException {
        assertThat(written(Format.CSV).lines())
                .hasSize(1 + 3 * ROUNDS)
                .startsWith("workload,lane,round,wallNanos,cpuNanos,cpu,allocatedBytes,peakThreads,contextSwitches,"
                        + "conflated,bystanderP50Nanos,bystanderP99Nanos,bystanderMaxNanos,"
                        + "canary,canaryP50Nanos,canaryP99Nanos,canaryMaxNanos,"
                        + "networkRoundTripNanos,networkSentBytes,networkReceivedBytes,"
                        + "fallsBehind,arrivals,served,latencyP50Nanos,latencyP99Nanos,latencyMaxNanos")
                .contains(
                        "primes,immediate,3,800000000,800000000,1.0,12345678,1,,0,200500000,401000000,802000000,,,,,,,,,,,,,");
    }

    @Test
    void csvNamesTheLatestCanaryBesideTheBystander() throws IOException {
        assertThat(written(Format.CSV, Samples.withCanary(ROUNDS, Language.EN)).lines())
                .anyMatch(line -> line.startsWith("primes,parallel,3,")
                        && line.endsWith(",1000000,2000000,timer,5000000,20000000,40000000,,,,,,,,,"))
                .anyMatch(line -> line.startsWith("primes,immediate,3,") && line.endsWith(",,,,,,,,,,,,,"));
    }

    @Test
    void csvHasTheNetworkOfEachRound() throws IOException {
        assertThat(written(Format.CSV, Samples.withNetwork(ROUNDS, Language.EN)).lines())
                .anyMatch(line -> line.startsWith("primes,parallel,3,") && line.endsWith(",310000,6400,640000,,,,,,"));
    }

    @Test
    void csvHasWhatCameOfALoadAtItsEnd() throws IOException {
        assertThat(written(Format.CSV, Samples.underLoad(ROUNDS)).lines())
                .anyMatch(line -> line.startsWith("primes,parallel,3,")
                        && line.endsWith(",,false,40,40,2000000,9000000,12000000"))
                .anyMatch(line -> line.startsWith("primes,immediate,3,") && line.endsWith(",,true,40,10,,,"));
    }

    @Test
    void markdownHasTheTableAndTheRecommendation() throws IOException {
        assertThat(written(Format.MARKDOWN)).contains("| parallel | ").contains("\nUse parallel: ");
    }

    @Test
    void findingsAndProofsAreInJsonAndMarkdown() throws IOException {
        var json = new ObjectMapper().readTree(written(Format.JSON, Samples.explained(ROUNDS)));

        assertThat(json.at("/findings/0/cause").asText()).isEqualTo("cpu-bound");
        assertThat(json.at("/findings/0/lane").asText()).isEqualTo("immediate");
        assertThat(json.at("/proofs/0/result").asText()).isEqualTo("helped");
        assertThat(new ObjectMapper().readTree(written(Format.JSON)).has("findings"))
                .isFalse();
        assertThat(written(Format.MARKDOWN, Samples.explained(ROUNDS)))
                .contains("\n**immediate: CPU-bound**  \nTasks compute.\n- `com.acme.Primes.count(Primes.java:7)`\n")
                .endsWith("\n\nparallel helps.\n");
    }

    @Test
    void folderIsNoFile() {
        refused(folder, folder + " can't be written: it is a folder");
    }

    @Test
    void missingFolderIsToldBeforehand() {
        refused(folder.resolve("no/x.json"), "x.json can't be written: there is no folder " + folder.resolve("no"));
    }

    private static void refused(Path file, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> new Export(Format.JSON, file).checked())
                .withMessageEndingWith(message);
    }

    private String written(Format format) throws IOException {
        return written(format, Samples.report(ROUNDS));
    }

    private String written(Format format, Report report) throws IOException {
        Path file = folder.resolve("file");
        new Export(format, file).checked().write(report);
        return Files.readString(file);
    }
}
