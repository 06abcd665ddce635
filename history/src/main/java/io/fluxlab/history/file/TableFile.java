package io.fluxlab.history.file;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.run.RunEvent;
import io.fluxlab.verdict.LaneSample;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run as comma-separated values (RFC 4180): a row for each task, or of a comparison for each lane and round. Times are whole
 * nanoseconds. Not thread-safe.
 */
public final class TableFile implements KeptEventSink {

    private final OutputStream out;
    private final Map<Integer, RunEvent.TaskStarted> running = new HashMap<>();

    /**
     * @param out is closed with this
     */
    public TableFile(OutputStream out) {
        this.out = out;
    }

    @Override
    public void accept(KeptEvent kept) throws IOException {
        switch (kept.plain()) {
            case RunEvent.RunStarted ignored ->
                row("task", "label", "worker", "startedNanos", "endedNanos", "wallNanos", "cpuNanos", "items", "error");
            case RunEvent.TaskStarted started -> running.put(started.task(), started);
            case RunEvent.TaskFinished end ->
                task(end.task(), end.atNanos(), end.wallNanos(), end.cpuNanos(), end.items(), null);
            case RunEvent.TaskFailed end ->
                task(end.task(), end.atNanos(), null, null, null, end.error().code());
            case ComparisonEvent.Verdict verdict -> {
                row("lane", "round", "figureNanos", "wallNanos", "cpuNanos", "allocatedBytes", "peakThreads");
                for (LaneSample sample : verdict.verdict().samples()) {
                    row(
                            sample.lane(),
                            sample.round(),
                            sample.figureNanos(),
                            sample.wallNanos(),
                            sample.cost().cpuNanos(),
                            sample.cost().allocatedBytes(),
                            sample.cost().peakThreads());
                }
            }
            default -> {}
        }
    }

    private void task(
            int task,
            long atNanos,
            @Nullable Long wallNanos,
            @Nullable Long cpuNanos,
            @Nullable Long items,
            @Nullable String error)
            throws IOException {
        RunEvent.TaskStarted started = running.remove(task);
        if (started != null) {
            row(task, started.label(), started.worker(), started.atNanos(), atNanos, wallNanos, cpuNanos, items, error);
        }
    }

    private void row(@Nullable Object... cells) throws IOException {
        String line = Arrays.stream(cells).map(TableFile::cell).collect(Collectors.joining(",")) + "\r\n";
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean isPlain = text.chars().noneMatch(each -> each == '"' || each == ',' || each == '\n' || each == '\r');
        return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
