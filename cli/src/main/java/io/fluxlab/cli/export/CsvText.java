package io.fluxlab.cli.export;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.fluxlab.cli.figure.Report;
import io.fluxlab.measure.Latency;
import io.fluxlab.verdict.LaneSample;
import java.io.IOException;
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
        "bystanderMaxNanos"
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
            @Nullable Long bystanderMaxNanos) {

        static Row of(String workload, LaneSample sample) {
            Latency bystander = sample.bystander();
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
                    bystander == null ? null : (Long) bystander.maxNanos());
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
