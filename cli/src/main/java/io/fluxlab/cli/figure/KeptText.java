package io.fluxlab.cli.figure;

import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKind;
import io.fluxlab.kept.RunState;
import io.fluxlab.measure.Durations;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Kept runs in words and figures. Stateless. */
public final class KeptText {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int COMMIT = 9;

    private KeptText() {}

    /** A row: run, started, workload, lanes, state, outcome, events, commit, note. */
    public static List<String> cells(KeptRun run) {
        return List.of(
                run.run(),
                time(run.time().startedMillis()),
                run.work().workload(),
                String.join(", ", run.work().lanes()),
                state(run),
                outcome(run),
                String.format(Locale.ROOT, "%,d", run.events().count()),
                run.place().commit() == null ? "" : shortened(run.place().commit()),
                run.note() == null ? "" : run.note());
    }

    /** All that is known of a run, a line each. */
    public static List<String> lines(KeptRun run) {
        List<String> lines = new ArrayList<>();
        lines.add("run       " + run.run() + ", " + run.work().kind().id());
        lines.add((run.work().kind() == RunKind.SCENARIO ? "scenario  " : "workload  ")
                + run.work().workload());
        if (!run.work().lanes().isEmpty()) {
            lines.add("lanes     " + String.join(", ", run.work().lanes()));
        }
        lines.add("state     " + state(run));
        lines.add("started   " + time(run.time().startedMillis()));
        if (run.time().endedMillis() != null) {
            lines.add("took      "
                    + Durations.readable((run.time().endedMillis() - run.time().startedMillis()) * 1_000_000));
        }
        String outcome = outcome(run);
        if (!outcome.isEmpty()) {
            lines.add("outcome   " + outcome);
        }
        lines.add("owner     " + run.owner().name() + (run.owner().shared() ? ", shared with everybody" : ""));
        lines.add("machine   " + run.place().machine().cpus() + " × "
                + run.place().machine().cpu() + ", " + run.place().machine().os());
        lines.add("java      " + run.place().machine().jdk());
        lines.add("fluxlab   " + run.place().version());
        if (run.place().commit() != null) {
            lines.add("commit    " + run.place().commit());
        }
        lines.add(String.format(
                Locale.ROOT,
                "events    %,d in %,d bytes",
                run.events().count(),
                run.events().bytes()));
        if (run.events().missing() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "missing   %,d events, which came faster than they could be written",
                    run.events().missing()));
        }
        if (run.note() != null) {
            lines.add("note      " + run.note());
        }
        return lines;
    }

    private static String state(KeptRun run) {
        return run.state() == RunState.LOST
                ? "lost at event " + run.events().last()
                : run.state().id();
    }

    private static String outcome(KeptRun run) {
        KeptRun.Outcome outcome = run.outcome();
        if (outcome == null) {
            return "";
        }
        if (outcome.error() != null) {
            return outcome.error().message();
        }
        if (outcome.wallNanos() != null) {
            return Durations.readable(outcome.wallNanos());
        }
        Map<String, Object> figures = outcome.figures();
        return figures == null
                ? outcome.recommended() == null ? "" : "use " + outcome.recommended()
                : run.work().kind() == RunKind.SCENARIO ? expectations(figures) : rates(figures);
    }

    private static String expectations(Map<String, Object> figures) {
        long held = count(figures, "held");
        long undecided = count(figures, "undecided");
        long all = held + count(figures, "failed") + undecided;
        return held + " of " + all + " held" + (undecided == 0 ? "" : ", " + undecided + " not judged");
    }

    private static long count(Map<String, Object> figures, String name) {
        return figures.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static String rates(Map<String, Object> figures) {
        return figures.isEmpty()
                ? "no rate is met"
                : figures.entrySet().stream()
                        .map(lane -> lane.getKey() + " " + rate(lane.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String rate(Object perSecond) {
        return perSecond instanceof Number number ? CapacityText.rate(number.doubleValue()) : "can't tell";
    }

    /** A commit as tables show it. */
    static String shortened(String commit) {
        return commit.length() <= COMMIT ? commit : commit.substring(0, COMMIT);
    }

    private static String time(long millis) {
        return MINUTE.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }
}
