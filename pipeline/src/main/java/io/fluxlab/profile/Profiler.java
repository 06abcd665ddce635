package io.fluxlab.profile;

import io.fluxlab.diagnosis.Evidence;
import io.fluxlab.diagnosis.Machine;
import io.fluxlab.diagnosis.Outline;
import io.fluxlab.diagnosis.Recorded;
import io.fluxlab.loop.LabThreads;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunWatch;
import io.fluxlab.trail.HopPath;
import io.fluxlab.trail.PlaceOfWork.Position;
import io.fluxlab.trail.Whereabouts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Watches runs, one after the other, and says what was seen. Opened and closed in a scope; {@link #accept} comes from one
 * thread at a time.
 */
public final class Profiler {

    /** A thread of the lab's own on which no task ended is none that work went away to. */
    private static final String LAB = LabThreads.name("");

    private final Scheduler scheduler;
    private final TaskSampler sampler;
    private final RunFigures figures;
    private final @Nullable Recorder recorder;

    private Profiler(Scheduler scheduler, RunFigures figures) {
        this.scheduler = scheduler;
        this.sampler = new TaskSampler(scheduler);
        this.figures = figures;
        this.recorder = record().orElse(null);
    }

    /**
     * A profiler of runs on this lane. Starts at subscription, on a thread of its own.
     *
     * @param atOnce how many tasks the lane runs at once
     * @param calls how many calls each of them makes; 1 where it makes none
     */
    public static Mono<Profiler> open(String lane, int atOnce, int calls) {
        return Mono.defer(() -> {
            Scheduler scheduler = Schedulers.newSingle("fluxlab-profiler", true);
            return Mono.fromCallable(() -> new Profiler(scheduler, new RunFigures(lane, atOnce, calls)))
                    .subscribeOn(scheduler)
                    .doOnError(error -> scheduler.dispose())
                    .doOnCancel(scheduler::dispose);
        });
    }

    /** Where the JDK's image has no flight recorder, or may not use it, samples have to do. */
    private static Optional<Recorder> record() {
        try {
            return Optional.of(Recorder.start());
        } catch (LinkageError | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** What looks at the runs: to be put into their subscriber's context. */
    public RunWatch watch() {
        return sampler;
    }

    /** Takes in what a run that is watched tells. */
    public void accept(RunEvent event) {
        figures.accept(event);
    }

    /** How often tasks were looked at so far. */
    public int looks() {
        return sampler.looks();
    }

    /** For how long runs were watched so far. */
    public long watchedNanos() {
        return figures.wallNanos();
    }

    /** How long a call took, of which a task makes one or several, on average. */
    public long callNanos() {
        return figures.whereabouts().taskNanos() / figures.outline().calls();
    }

    /** How many runs were watched so far. */
    public int runs() {
        return figures.runs();
    }

    /** Stops watching, and says what was seen; on a thread of its own. */
    public Mono<Observed> finish(List<HopPath> hops) {
        return Mono.fromCallable(() -> {
                    Recorder used = recorder;
                    if (used != null) {
                        used.stop();
                    }
                    return new Observed(evidence(used, hops), figures.medianNanos(), sampler.costNanos());
                })
                .subscribeOn(scheduler);
    }

    private Evidence evidence(@Nullable Recorder used, List<HopPath> hops) {
        Whereabouts whereabouts = figures.whereabouts();
        Outline outline = figures.outline();
        Machine machine = figures.machine(used == null ? 0 : used.collectorNanos());
        return new Evidence(
                outline,
                sampler.samples(threads -> position(whereabouts, threads)),
                machine,
                used == null ? Recorded.NONE : used.recorded(),
                whereabouts,
                hops);
    }

    private static Position position(Whereabouts whereabouts, String threads) {
        return whereabouts.places().stream()
                .filter(place -> place.threads().equals(threads))
                .findFirst()
                .map(place -> place.where())
                .orElse(threads.startsWith(LAB) ? Position.HOME : Position.ELSEWHERE);
    }

    /** Lets go of its threads. */
    public Mono<Void> close() {
        return Mono.fromRunnable(() -> {
            sampler.end();
            scheduler.dispose();
        });
    }

    /**
     * What was seen, and what that cost. Immutable.
     *
     * @param medianNanos the median wall time of the runs that were watched
     * @param samplingNanos CPU time that looking at threads has taken
     */
    public record Observed(Evidence evidence, long medianNanos, long samplingNanos) {}
}
