package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.claim.Claim;
import io.fluxlab.claim.Machine;
import io.fluxlab.cli.input.Durations;
import io.fluxlab.server.ServerLimits;
import io.fluxlab.server.quota.Quota;
import io.fluxlab.server.transport.TransportLimits;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/** The limits in docs/serving.md beside those of the code. */
class LimitsDocumentationTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.-]+)` \\| (.+) \\| ([^|]+) \\|$");
    private static final int NAME = 1;
    private static final int DEFAULT = 3;

    private static final ServerLimits LIMITS = ServerLimits.defaults();

    /** What is documented as the default of each limit whose name begins so. */
    private static Map<String, String> documented(String prefix) throws IOException {
        return ROW.matcher(Files.readString(Path.of("../docs/serving.md")))
                .results()
                .filter(row -> row.group(NAME).startsWith(prefix))
                .collect(Collectors.toMap(
                        row -> row.group(NAME), (MatchResult row) -> row.group(DEFAULT), (a, b) -> a, TreeMap::new));
    }

    /** What the help says of them. */
    private static Map<String, String> helped() {
        return ServeSpec.of().options().stream()
                .filter(LimitsDocumentationTest::isLimit)
                .collect(Collectors.toMap(OptionSpec::longestName, option -> last(option), (a, b) -> a, TreeMap::new));
    }

    private static boolean isLimit(OptionSpec option) {
        return option.longestName().matches("--((cluster-)?max-.*|share|grace|log-refusals)");
    }

    private static String last(OptionSpec option) {
        String description = String.join(" ", option.description());
        String text = description.substring(description.lastIndexOf("; ") + 2, description.length() - 1);
        return text.equals("${DEFAULT-VALUE}") ? option.defaultValue() : text;
    }

    @Test
    void everyOptionThatLimitsIsDocumentedWithTheDefaultThatItsHelpNames() throws IOException {
        assertThat(documented("--")).isEqualTo(helped());
    }

    @Test
    void theNumbersAreTheCodes() throws IOException {
        Map<String, String> texts = documented("--");
        Quota quota = LIMITS.sharing().perAddress();
        Map<String, Integer> numbers = Map.ofEntries(
                Map.entry("--max-connections", LIMITS.transport().connections().setUp()),
                Map.entry(
                        "--max-connections-per-address",
                        LIMITS.transport().connections().perAddress()),
                Map.entry(
                        "--max-http-connections",
                        LIMITS.transport().connections().http()),
                Map.entry("--max-runs", LIMITS.runsAtOnce()),
                Map.entry("--max-runs-per-connection", LIMITS.runsPerConnection()),
                Map.entry("--max-tasks", LIMITS.perRun().tasksPerRun()),
                Map.entry("--max-concurrency", LIMITS.concurrencyPerRun()),
                Map.entry("--max-streams-per-address", quota.streams()),
                Map.entry("--max-streams-per-principal", quota.streams()),
                Map.entry("--share", LIMITS.sharing().sharePercent()),
                Map.entry("--max-waiting", LIMITS.sharing().waiting()));
        numbers.forEach((option, number) -> assertThat(texts).containsEntry(option, String.valueOf(number)));
        assertThat(Durations.parse(texts.get("--max-run-time")))
                .isEqualTo(LIMITS.perRun().runTime().orElseThrow());
        assertThat(Durations.parse(texts.get("--max-wait")))
                .isEqualTo(LIMITS.sharing().patience());
        assertThat(LIMITS.sharing().perPrincipal()).isEqualTo(quota);
    }

    @Test
    void whatDependsOnTheMachineIsWhatTheWordsSay() throws IOException {
        Map<String, String> texts = documented("--");
        Machine machine = Machine.here();
        int cpus = machine.cpus();
        Claim most = LIMITS.perRun().atOnce();
        Quota quota = LIMITS.sharing().perPrincipal();

        assertThat(texts).containsEntry("--max-processes", "16, or 2 per CPU");
        assertThat(most.children().processes()).isEqualTo(Math.max(16, 2 * cpus));
        assertThat(texts).containsEntry("--max-processes-per-principal", "12, or three for two CPUs");
        assertThat(quota.processes()).isEqualTo(Math.max(12, cpus * 3 / 2));
        assertThat(texts).containsEntry("--max-run-heap", "three eighths of it");
        assertThat(most.heapBytes()).isEqualTo(machine.heapBytes() / 8 * 3);
        assertThat(texts).containsEntry("--max-threads", "4096, or half of what the system allows");
        assertThat(most.threads()).isLessThanOrEqualTo(4096);
        assertThat(texts).containsEntry("--max-cpu-per-principal", "45min for each CPU");
        assertThat(quota.cpuPerHour()).isEqualTo(Duration.ofMinutes(45).multipliedBy(cpus));
        assertThat(texts).containsEntry("--max-runs-per-principal", "as many as --share allows");
        assertThat(quota.runs()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void theTransportsLimitsAreDocumentedWithTheirDefaults() throws IOException, ReflectiveOperationException {
        TransportLimits transport = LIMITS.transport();
        Map<String, String> coded = new TreeMap<>();
        for (Map.Entry<String, Record> group : Map.<String, Record>of(
                        "connections", transport.connections(),
                        "requests", transport.requests(),
                        "outbound", transport.outbound(),
                        "times", transport.times(),
                        "http", transport.http())
                .entrySet()) {
            for (RecordComponent limit : group.getValue().getClass().getRecordComponents()) {
                Object value = limit.getAccessor().invoke(group.getValue());
                coded.put(
                        group.getKey() + "." + limit.getName(),
                        value instanceof Duration time ? text(time) : "" + value);
            }
        }
        for (String group : new String[] {"connections.", "requests.", "outbound.", "times.", "http."}) {
            assertThat(documented(group))
                    .isEqualTo(coded.entrySet().stream()
                            .filter(limit -> limit.getKey().startsWith(group))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        }
    }

    private static String text(Duration time) {
        return time.toMillis() % 1000 != 0
                ? time.toMillis() + "ms"
                : time.toSeconds() % 60 != 0 ? time.toSeconds() + "s" : time.toMinutes() + "min";
    }
}
