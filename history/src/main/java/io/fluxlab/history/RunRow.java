package io.fluxlab.history;

import io.fluxlab.comparison.ComparisonEvent.Machine;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKind;
import io.fluxlab.kept.RunState;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.wire.WireFormat;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the runs' table as a record. Stateless. */
final class RunRow {

    private RunRow() {}

    static KeptRun read(Readable row, boolean isDetailed) {
        RunState state = RunState.of(text(row, "state")).orElse(RunState.LOST);
        OffsetDateTime ended = row.get("ended_at", OffsetDateTime.class);
        return new KeptRun(
                text(row, "id"),
                new KeptRun.Work(
                        RunKind.of(text(row, "kind")).orElse(RunKind.RUN),
                        text(row, "workload"),
                        lanes(text(row, "lanes")),
                        isDetailed ? fields(text(row, "request")) : null),
                new KeptRun.Owner(text(row, "owner"), Boolean.TRUE.equals(row.get("shared", Boolean.class))),
                state,
                new KeptRun.Time(
                        millis(row.get("started_at", OffsetDateTime.class)), ended == null ? null : millis(ended)),
                new KeptRun.Place(
                        new Machine(
                                text(row, "os"),
                                text(row, "cpu"),
                                (int) number(row.get("cpus", Integer.class)),
                                text(row, "jdk"),
                                number(row.get("max_heap_bytes", Long.class))),
                        text(row, "version"),
                        row.get("commit_id", String.class)),
                new KeptRun.Events(
                        number(row.get("events", Long.class)),
                        number(row.get("last_seq", Long.class)),
                        number(row.get("missing", Long.class)),
                        number(row.get("stored_bytes", Long.class))),
                state.isEnd() && state != RunState.LOST ? outcome(row, isDetailed) : null,
                row.get("note", String.class));
    }

    private static KeptRun.Outcome outcome(Readable row, boolean isDetailed) {
        String figures = row.get("figures", String.class);
        String summary = isDetailed ? row.get("summary", String.class) : null;
        String code = row.get("error_code", String.class);
        return new KeptRun.Outcome(
                row.get("wall_nanos", Long.class),
                row.get("recommended", String.class),
                figures == null ? null : fields(figures),
                summary == null ? null : fields(summary),
                code == null ? null : new Failure(code, text(row, "error_message")));
    }

    private static String text(Readable row, String column) {
        return String.valueOf(row.get(column, String.class));
    }

    static long number(@Nullable Number value) {
        return value == null ? 0 : value.longValue();
    }

    private static long millis(@Nullable OffsetDateTime time) {
        return time == null ? 0 : time.toInstant().toEpochMilli();
    }

    private static Map<String, Object> fields(String json) {
        return WireFormat.JSON.readFields(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> lanes(String json) {
        return List.of(WireFormat.JSON.read(json.getBytes(StandardCharsets.UTF_8), String[].class));
    }
}
