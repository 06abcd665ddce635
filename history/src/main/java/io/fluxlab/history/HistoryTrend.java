package io.fluxlab.history;

import io.fluxlab.comparison.ComparisonEvent.Machine;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKind;
import io.fluxlab.kept.RunState;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.verdict.RatioEstimate;
import io.fluxlab.verdict.SameBand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one request on one lane over commits and machines. Immutable.
 *
 * <p>What is repeated is the kept run, each with a JVM of its own, and not its rounds: what one JVM does otherwise than another is in
 * the interval. Two commits are held against each other run by run, in the order in which they were kept, as lanes are round by
 * round.
 *
 * @param kind whether the figures are times of runs or medians of comparisons
 * @param request what was asked for, without how often and how long
 * @param entries from the oldest on; the baseline is one of them
 */
public record HistoryTrend(
        String workload, String lane, RunKind kind, Map<String, Object> request, List<Entry> entries) {

    /** What a request says of how often and how long, and not of what. */
    private static final Set<String> HOW_LONG = Set.of(
            "seed",
            "rounds",
            "warmup",
            "maxTimeMillis",
            "runTimeMillis",
            "progress",
            "lang",
            "runEvents",
            "lanes",
            "lane",
            "baseline",
            "explain",
            "sameWithin",
            "hops");

    /**
     * The runs of one commit on machines that are alike. Immutable.
     *
     * @param code the commit or, where none is known, the version of Fluxlab
     * @param medianNanos of the runs' own medians
     * @param ratio of the time to the baseline's; null for the baseline, and where the two can't be compared
     * @param unlike why they can't be compared; null where they can
     */
    public record Entry(
            String code,
            Machine machine,
            int runs,
            double medianNanos,
            @Nullable RatioEstimate ratio,
            Outcome outcome,
            @Nullable String unlike) {}

    /** A figure of one kept run. */
    private record Figure(KeptRun run, String lane, double nanos) {}

    /** The commit that a run is of or, where none is known, the version of Fluxlab. */
    public static String code(KeptRun run) {
        String commit = run.place().commit();
        return commit == null ? run.place().version() : commit;
    }

    /** What is one trend. */
    private record Subject(String workload, String lane, RunKind kind, Map<String, Object> request) {

        static Subject of(Figure figure) {
            KeptRun.Work work = figure.run.work();
            Map<String, Object> request = work.request();
            Map<String, Object> what = new HashMap<>(request == null ? Map.of() : request);
            what.keySet().removeAll(HOW_LONG);
            return new Subject(work.workload(), figure.lane, work.kind(), what);
        }
    }

    private record Group(String code, Machine machine) {

        static Group of(KeptRun run) {
            return new Group(HistoryTrend.code(run), withoutHeap(run.place().machine()));
        }

        private static Machine withoutHeap(Machine machine) {
            return new Machine(machine.os(), machine.cpu(), machine.cpus(), machine.jdk(), 0);
        }

        /** Why the two can't be compared; empty where they can. */
        Optional<String> unlike(Group other) {
            return differs("CPU", machine.cpu(), other.machine.cpu())
                    .or(() -> differs("number of CPUs", machine.cpus(), other.machine.cpus()))
                    .or(() -> differs("Java", machine.jdk(), other.machine.jdk()))
                    .or(() -> differs("system", machine.os(), other.machine.os()));
        }

        private static Optional<String> differs(String what, Object here, Object there) {
            return here.equals(there)
                    ? Optional.empty()
                    : Optional.of("another %s: %s, and not %s".formatted(what, here, there));
        }
    }

    /**
     * The trends of these runs, one for each request and lane.
     *
     * @param runs with their requests and summaries
     * @param baseline the beginning of the commit that others are held against; null is the oldest
     * @param band how far two may be from each other and still count as the same
     */
    public static List<HistoryTrend> of(List<KeptRun> runs, @Nullable String baseline, SameBand band) {
        Map<Subject, List<Figure>> subjects = new LinkedHashMap<>();
        runs.stream()
                .filter(run -> run.state() == RunState.COMPLETED)
                .sorted(Comparator.comparingLong(run -> run.time().startedMillis()))
                .flatMap(run -> figures(run).stream())
                .forEach(figure -> subjects.computeIfAbsent(Subject.of(figure), key -> new ArrayList<>())
                        .add(figure));
        return subjects.entrySet().stream()
                .map(each -> new HistoryTrend(
                        each.getKey().workload,
                        each.getKey().lane,
                        each.getKey().kind,
                        each.getKey().request,
                        entries(each.getValue(), baseline, band)))
                .toList();
    }

    private static List<Figure> figures(KeptRun run) {
        KeptRun.Outcome outcome = run.outcome();
        if (outcome == null) {
            return List.of();
        }
        Long wall = outcome.wallNanos();
        if (wall != null && wall > 0) {
            return List.of(new Figure(run, run.work().lanes().get(0), wall.doubleValue()));
        }
        List<Figure> found = new ArrayList<>();
        Map<String, Object> summary = outcome.summary();
        if (summary != null && summary.get("lanes") instanceof List<?> lanes) {
            for (Object lane : lanes) {
                if (lane instanceof Map<?, ?> figures
                        && figures.get("lane") instanceof String name
                        && figures.get("medianNanos") instanceof Number median
                        && median.doubleValue() > 0) {
                    found.add(new Figure(run, name, median.doubleValue()));
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<Entry> entries(List<Figure> figures, @Nullable String baseline, SameBand band) {
        Map<Group, List<Figure>> groups = new LinkedHashMap<>();
        figures.forEach(figure -> groups.computeIfAbsent(Group.of(figure.run), key -> new ArrayList<>())
                .add(figure));
        Group base = groups.keySet().stream()
                .filter(group -> baseline == null || group.code.startsWith(baseline))
                .findFirst()
                .orElse(groups.keySet().iterator().next());
        double[] ofBase = nanos(groups.getOrDefault(base, List.of()));
        List<Entry> entries = new ArrayList<>();
        groups.forEach((group, of) -> {
            double[] nanos = nanos(of);
            String unlike = group.unlike(base).orElse(null);
            RatioEstimate ratio = group.equals(base) || unlike != null ? null : ratio(nanos, ofBase);
            Outcome outcome = group.equals(base)
                    ? Outcome.BASELINE
                    : ratio == null ? Outcome.CANT_TELL : band.outcome(ratio.interval());
            entries.add(new Entry(group.code, group.machine, nanos.length, median(nanos), ratio, outcome, unlike));
        });
        return entries;
    }

    private static double[] nanos(List<Figure> figures) {
        return figures.stream().mapToDouble(Figure::nanos).toArray();
    }

    private static RatioEstimate ratio(double[] nanos, double[] base) {
        double[] ratios = new double[Math.min(nanos.length, base.length)];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = nanos[i] / base[i];
        }
        return RatioEstimate.of(ratios);
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
