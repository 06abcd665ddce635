package io.fluxlab.history.file;

import io.fluxlab.kept.KeptRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of kept runs as text of OpenMetrics 1.0, with the time at which each started. Stateless. */
public final class MetricsFile {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private MetricsFile() {}

    /** The text of these runs, which have their summaries. */
    public static String text(List<KeptRun> runs) {
        List<String> lines = new ArrayList<>();
        lines.add("# TYPE fluxlab_kept_time_seconds gauge");
        lines.add("# UNIT fluxlab_kept_time_seconds seconds");
        lines.add(
                "# HELP fluxlab_kept_time_seconds Wall time of a run, or the median of a lane's rounds in a comparison");
        for (KeptRun run : runs) {
            KeptRun.Outcome outcome = run.outcome();
            if (outcome == null) {
                continue;
            }
            Long wall = outcome.wallNanos();
            if (wall != null) {
                lines.add(line(run, run.work().lanes().get(0), wall / NANOS));
            }
            Map<String, Object> summary = outcome.summary();
            if (summary != null && summary.get("lanes") instanceof List<?> lanes) {
                for (Object lane : lanes) {
                    if (lane instanceof Map<?, ?> figures
                            && figures.get("lane") instanceof String name
                            && figures.get("medianNanos") instanceof Number median) {
                        lines.add(line(run, name, median.doubleValue() / NANOS));
                    }
                }
            }
        }
        lines.add("# EOF");
        return String.join("\n", lines) + "\n";
    }

    private static String line(KeptRun run, String lane, double seconds) {
        String commit = run.place().commit();
        return String.format(
                Locale.ROOT,
                "fluxlab_kept_time_seconds{run=\"%s\",kind=\"%s\",workload=\"%s\",lane=\"%s\",commit=\"%s\"} %s %.3f",
                escaped(run.run()),
                run.work().kind().id(),
                escaped(run.work().workload()),
                escaped(lane),
                escaped(commit == null ? "" : commit),
                seconds,
                run.time().startedMillis() / MILLIS);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
