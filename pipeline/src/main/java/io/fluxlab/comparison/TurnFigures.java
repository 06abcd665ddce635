package io.fluxlab.comparison;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunSummary;
import io.fluxlab.verdict.Doubt;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.RunCost;
import io.fluxlab.trail.Assembly;
import io.fluxlab.trail.Whereabouts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sample off the events of each run, and holds the lanes to the same results: a failed task is not a fast task.
 * Confined to the comparison's stream.
 */
final class TurnFigures {

    /** Of a task that shares its run's fate: the run says why. */
    private static final String CANCELLED = "cancelled";

    private final List<LaneSample> samples = new ArrayList<>();
    private final List<LaneSample> warmupSamples = new ArrayList<>();
    private final Map<String, Whereabouts> counted = new HashMap<>();
    private final Map<String, Whereabouts> warmups = new HashMap<>();
    private ResultDigest digest = new ResultDigest();
    private @Nullable String expected;
    private String expectedLane = "";
    private final boolean mustAgree;
    private @Nullable Doubt disagreement;

    /** Of lanes, which must agree on the results, or of variants, which may do something else. */
    TurnFigures(boolean mustAgree) {
        this.mustAgree = mustAgree;
    }

    /** What speaks against holding the figures against each other. */
    List<Doubt> doubts() {
        return disagreement == null ? List.of() : List.of(disagreement);
    }

    List<LaneSample> samples() {
        return samples;
    }

    /** Of the rounds that warm up. */
    List<LaneSample> warmupSamples() {
        return warmupSamples;
    }

    /** Of the last round that warmed up. */
    List<LaneSample> lastWarmup() {
        int last = warmupSamples.stream().mapToInt(LaneSample::round).max().orElse(0);
        return warmupSamples.stream().filter(sample -> sample.round() == last).toList();
    }

    /** Where the tasks of each lane were, in the rounds that count or, where there are none, in those that warmed up. */
    Map<String, Whereabouts> whereabouts() {
        return counted.isEmpty() ? warmups : counted;
    }

    void start() {
        digest = new ResultDigest();
    }

    void accept(Turn turn, RunEvent event) {
        if (event instanceof TaskItems items) {
            digest.add(items.task(), items.items());
        } else if (event instanceof TaskFinished finished) {
            digest.end(finished.task());
        } else if (event instanceof TaskFailed failed && !failed.error().code().equals(CANCELLED)) {
            throw new BrokenRunException(
                    failed.error().code(),
                    "task %d failed on lane %s: %s"
                            .formatted(
                                    failed.task(),
                                    turn.lane().name(),
                                    failed.error().message()));
        } else if (event instanceof RunFinished finished) {
            finish(turn, finished);
        }
    }

    private void finish(Turn turn, RunFinished finished) {
        String lane = turn.lane().name();
        Failure error = finished.error();
        if (finished.status() != Status.COMPLETED) {
            throw new BrokenRunException(
                    error == null ? "run-broken" : error.code(),
                    "the run on lane %s was cancelled: %s".formatted(lane, error == null ? "" : error.message()));
        }
        String results = digest.text();
        if (expected == null) {
            expected = results;
            expectedLane = lane;
        } else if (!expected.equals(results) && !mustAgree) {
            disagreement = new Doubt.ResultsDiffer(expectedLane, lane);
        } else if (!expected.equals(results)) {
            throw new BrokenRunException(
                    "results-differ",
                    "the lanes disagree on the results: %s on %s, %s on %s"
                            .formatted(expected, expectedLane, results, lane));
        }
        (turn.isWarmup() ? warmups : counted).merge(lane, whereabouts(finished.summary()), Whereabouts::plus);
        (turn.isWarmup() ? warmupSamples : samples).add(sample(turn, finished.summary()));
    }

    private static Whereabouts whereabouts(RunSummary summary) {
        return new Whereabouts(
                1,
                summary.tasks(),
                summary.places() == null ? List.of() : summary.places(),
                summary.assembly() == null ? Assembly.NONE : summary.assembly());
    }

    private static LaneSample sample(Turn turn, RunSummary summary) {
        RunCost cost = new RunCost(
                summary.cpuNanos(),
                summary.cpus(),
                summary.allocatedBytes(),
                summary.peakThreads(),
                summary.contextSwitches(),
                summary.conflated());
        Latency bystander = summary.bystander().count() == 0 ? null : summary.bystander();
        return new LaneSample(turn.lane().name(), turn.round(), Math.max(1, summary.wallNanos()), cost, bystander);
    }
}
