package io.fluxlab.comparison;

import io.fluxlab.comparison.ComparisonEvent.Standings;
import io.fluxlab.diagnosis.Outline;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.StageUse;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.Leftover;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskSilent;
import io.fluxlab.run.RunSummary;
import io.fluxlab.trail.Assembly;
import io.fluxlab.trail.Whereabouts;
import io.fluxlab.verdict.Doubt;
import io.fluxlab.verdict.LaneFailure;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.Missing;
import io.fluxlab.verdict.RunCost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sample off the events of each run, or how it failed, and holds the lanes to the same results: a failed task is not
 * a fast task, and its lane has no figures.
 * Confined to the comparison's stream.
 */
final class TurnFigures {

    /** Of a task that shares its run's fate: the run says why. */
    private static final String CANCELLED = "cancelled";

    private static final Failure UNKNOWN = new Failure("run-broken", "the run did not complete");

    private final Map<String, LaneFailure> failures = new LinkedHashMap<>();
    private final List<LaneSample> samples = new ArrayList<>();

    /** Those of the round that goes on, by the lane. */
    private final Map<String, List<LaneSample>> ofRound = new HashMap<>();

    private final List<LaneSample> warmupSamples = new ArrayList<>();
    private final Map<String, Whereabouts> counted = new HashMap<>();
    private final Map<String, Whereabouts> warmups = new HashMap<>();
    private final Map<String, List<StageUse>> countedStages = new HashMap<>();
    private final Map<String, List<StageUse>> warmupStages = new HashMap<>();
    private ResultDigest digest = new ResultDigest();
    private final Agreement agreement;
    private @Nullable Failure firstFailure;
    private int size;
    private final Unfinished unfinished = new Unfinished();
    private Missing.@Nullable LeftBehind left;
    private Outline.@Nullable Silence silence;

    /** Of lanes, or variants, whose results are held to this rule. */
    TurnFigures(Agreement.Rule rule) {
        this.agreement = new Agreement(rule);
    }

    /** What speaks against holding the figures against each other. */
    List<Doubt> doubts() {
        return agreement.doubt().stream().toList();
    }

    /** Of the rounds that count, and of the lanes that have not failed. */
    List<LaneSample> samples() {
        return ofOthers(samples);
    }

    /** What came out of a round that counts, of the lanes that have not failed. */
    List<Standings.Figure> ofRound(int round) {
        return samples().stream()
                .filter(sample -> sample.round() == round)
                .map(sample -> new Standings.Figure(sample.lane(), sample.figureNanos()))
                .toList();
    }

    /** Of the rounds that warm up, and of the lanes that have not failed. */
    List<LaneSample> warmupSamples() {
        return ofOthers(warmupSamples);
    }

    /** The lanes that have failed, in the order in which they did. */
    List<LaneFailure> failures() {
        return List.copyOf(failures.values());
    }

    boolean hasFailed(String lane) {
        return failures.containsKey(lane);
    }

    private List<LaneSample> ofOthers(List<LaneSample> all) {
        return failures.isEmpty()
                ? all
                : all.stream().filter(sample -> !hasFailed(sample.lane())).toList();
    }

    /** Of the last round that warmed up. */
    List<LaneSample> lastWarmup() {
        int last = warmupSamples().stream().mapToInt(LaneSample::round).max().orElse(0);
        return warmupSamples().stream().filter(sample -> sample.round() == last).toList();
    }

    /** Where the tasks of each lane were, in the rounds that count or, where there are none, in those that warmed up. */
    Map<String, Whereabouts> whereabouts() {
        return counted.isEmpty() ? warmups : counted;
    }

    /** What the stages of the lane's pipeline took, likewise; none where it has none. */
    List<StageUse> stages(String lane) {
        return (counted.isEmpty() ? warmupStages : countedStages).getOrDefault(lane, List.of());
    }

    void start() {
        digest = new ResultDigest();
        firstFailure = null;
        size = 0;
        unfinished.start();
    }

    /** What a run has left behind; empty where all could be stopped. */
    Optional<Missing> left() {
        return Optional.ofNullable(left);
    }

    /** What is made of the lane whose run has left threads behind, and how its tasks did not end; empty where all could be stopped. */
    <T> Optional<T> silenceLeft(BiFunction<String, Outline.Silence, Optional<T>> made) {
        return left == null || silence == null ? Optional.empty() : made.apply(left.lane(), silence);
    }

    void accept(Turn turn, RunEvent event) {
        unfinished.accept(event);
        if (event instanceof RunStarted started) {
            size = started.tasks();
        } else if (event instanceof TaskItems items) {
            digest.add(items.task(), items.items());
        } else if (event instanceof TaskFinished finished) {
            digest.end(finished.task());
        } else if (event instanceof TaskFailed failed) {
            fail(failed.error());
        } else if (event instanceof RunFinished finished) {
            finish(turn, finished);
        }
    }

    private void finish(Turn turn, RunFinished finished) {
        String lane = turn.lane().name();
        if (finished.status() != Status.COMPLETED) {
            LaneFailure failure = failure(lane, finished);
            failures.put(lane, failure);
            List<Leftover> threads = finished.left();
            if (threads != null) {
                left = new Missing.LeftBehind(lane, threads.size());
                silence = unfinished.silence(failure, finished.summary().wallNanos());
            }
            return;
        }
        LoadSummary load = finished.summary().load();
        if (load != null && load.served() < load.arrivals()) {
            keep(turn, finished); // it has not run them all, so that its results are others
            return;
        }
        agreement.add(lane, size, digest.text());
        keep(turn, finished);
    }

    private void keep(Turn turn, RunFinished finished) {
        String lane = turn.lane().name();
        (turn.isWarmup() ? warmups : counted).merge(lane, whereabouts(finished.summary()), Whereabouts::plus);
        List<StageUse> stages = finished.summary().stages();
        if (stages != null) {
            (turn.isWarmup() ? warmupStages : countedStages).merge(lane, stages, TurnFigures::sum);
        }
        LaneSample sample = sample(turn, finished.summary());
        if (turn.isWarmup()) {
            warmupSamples.add(sample);
        } else {
            count(sample);
        }
    }

    /** A lane that has several runs in a round has the median one as its figure. */
    private void count(LaneSample sample) {
        List<LaneSample> runs = ofRound.computeIfAbsent(sample.lane(), lane -> new ArrayList<>());
        if (!runs.isEmpty() && runs.get(0).round() != sample.round()) {
            runs.clear();
        }
        runs.add(sample);
        runs.sort(Comparator.comparingLong(LaneSample::figureNanos));
        samples.removeIf(
                other -> other.round() == sample.round() && other.lane().equals(sample.lane()));
        samples.add(runs.get(runs.size() / 2));
    }

    private static List<StageUse> sum(List<StageUse> some, List<StageUse> more) {
        return IntStream.range(0, Math.min(some.size(), more.size()))
                .mapToObj(i -> some.get(i).plus(more.get(i)))
                .toList();
    }

    private static Whereabouts whereabouts(RunSummary summary) {
        return new Whereabouts(
                1,
                summary.tasks(),
                summary.places() == null ? List.of() : summary.places(),
                summary.assembly() == null ? Assembly.NONE : summary.assembly(),
                summary.waits() == null ? List.of() : summary.waits());
    }

    private void fail(Failure error) {
        if (firstFailure == null && !error.code().equals(CANCELLED)) {
            firstFailure = error;
        }
    }

    /** A task that failed says more than the end of a run that was cut off. */
    private LaneFailure failure(String lane, RunFinished finished) {
        Failure error = Stream.of(Optional.ofNullable(firstFailure), Optional.ofNullable(finished.error()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(UNKNOWN);
        int tasks = Math.max(size, finished.summary().tasks());
        int succeeded = finished.summary().tasks() - finished.summary().failed();
        boolean isCutOff = finished.status() == Status.CANCELLED && firstFailure == null;
        return new LaneFailure(
                lane,
                tasks - succeeded,
                tasks,
                error.code(),
                error.message() + (isCutOff ? unfinished.words() : ""),
                at(error, finished));
    }

    /** Where the error was or, in a run that was cut off, where its thread is that could not be stopped, or that was silent. */
    private List<String> at(Failure error, RunFinished finished) {
        List<String> frames = error.at();
        if (frames != null) {
            return frames;
        }
        List<Leftover> threads = finished.left();
        if (threads != null) {
            return threads.get(0).at();
        }
        TaskSilent last = unfinished.lastSilent();
        return last == null || finished.status() != Status.CANCELLED ? List.of() : last.at();
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
        long wallNanos = Math.max(1, summary.wallNanos());
        return new LaneSample(
                turn.lane().name(),
                turn.round(),
                wallNanos,
                cost,
                bystander,
                summary.load(),
                summary.canaries(),
                summary.network());
    }
}
