package io.fluxlab.cli.export;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.fluxlab.canary.CanaryReading;
import io.fluxlab.cli.figure.Report;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyProfile;
import io.fluxlab.measure.NetworkUse;
import io.fluxlab.verdict.LaneSample;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report's raw figures as CSV (RFC 4180), with a heading. */
final class CsvText {

    private static final CsvMapper MAPPER = new CsvMapper();

    private CsvText() {}

    /** One lane in one round; a cell is empty where the figure is unknown. */
    @JsonPropertyOrder({
        "workload",
        "lane",
        "round",
        "wallNanos",
        "cpuNanos",
        "cpu",
        "allocatedBytes",
        "peakThreads",
        "contextSwitches",
        "conflated",
        "bystanderP50Nanos",
        "bystanderP99Nanos",
        "bystanderMaxNanos",
        "canary",
        "canaryP50Nanos",
        "canaryP99Nanos",
        "canaryMaxNanos",
        "networkRoundTripNanos",
        "networkSentBytes",
        "networkReceivedBytes",
        "fallsBehind",
        "arrivals",
        "served",
        "latencyP50Nanos",
        "latencyP99Nanos",
        "latencyMaxNanos"
    })
    record Row(
            String workload,
            String lane,
            int round,
            long wallNanos,
            long cpuNanos,
            double cpu,
            long allocatedBytes,
            int peakThreads,
            @Nullable Long contextSwitches,
            long conflated,
            @Nullable Long bystanderP50Nanos,
            @Nullable Long bystanderP99Nanos,
            @Nullable Long bystanderMaxNanos,
            @Nullable String canary,
            @Nullable Long canaryP50Nanos,
            @Nullable Long canaryP99Nanos,
            @Nullable Long canaryMaxNanos,
            @Nullable Long networkRoundTripNanos,
            @Nullable Long networkSentBytes,
            @Nullable Long networkReceivedBytes,
            @Nullable Boolean fallsBehind,
            @Nullable Integer arrivals,
            @Nullable Integer served,
            @Nullable Long latencyP50Nanos,
            @Nullable Long latencyP99Nanos,
            @Nullable Long latencyMaxNanos) {

        static Row of(String workload, LaneSample sample) {
            Latency bystander = sample.bystander();
            CanaryReading latest = latest(sample);
            NetworkUse network = sample.network();
            LoadSummary load = sample.load();
            LatencyProfile latency = load == null ? null : load.latency();
            return new Row(
                    workload,
                    sample.lane(),
                    sample.round(),
                    sample.wallNanos(),
                    sample.cost().cpuNanos(),
                    sample.cost().cpu(),
                    sample.cost().allocatedBytes(),
                    sample.cost().peakThreads(),
                    sample.cost().contextSwitches(),
                    sample.cost().conflated(),
                    bystander == null ? null : (Long) bystander.p50Nanos(),
                    bystander == null ? null : (Long) bystander.p99Nanos(),
                    bystander == null ? null : (Long) bystander.maxNanos(),
                    latest == null ? null : latest.canary().id(),
                    latest == null ? null : (Long) latest.latency().p50Nanos(),
                    latest == null ? null : (Long) latest.latency().p99Nanos(),
                    latest == null ? null : (Long) latest.latency().maxNanos(),
                    network == null ? null : network.roundTripNanos(),
                    network == null ? null : (Long) network.sentBytes(),
                    network == null ? null : (Long) network.receivedBytes(),
                    load == null ? null : (Boolean) !load.keepsUp(),
                    load == null ? null : (Integer) load.arrivals(),
                    load == null ? null : (Integer) load.served(),
                    latency == null ? null : (Long) latency.p50Nanos(),
                    latency == null ? null : (Long) latency.p99Nanos(),
                    latency == null ? null : (Long) latency.maxNanos());
        }

        /** Of the canaries beside the bystander, the one with the longest p99. */
        private static @Nullable CanaryReading latest(LaneSample sample) {
            return Stream.ofNullable(sample.canaries())
                    .flatMap(List::stream)
                    .max(Comparator.comparingLong(reading -> reading.latency().p99Nanos()))
                    .orElse(null);
        }
    }

    static String of(Report report) throws IOException {
        String workload = report.started().workload();
        return MAPPER.writer(MAPPER.schemaFor(Row.class).withHeader())
                .writeValueAsString(report.verdict().samples().stream()
                        .map(sample -> Row.of(workload, sample))
                        .toList());
    }
}
