package io.fluxlab.comparison;

import io.fluxlab.comparison.ComparisonEvent.Found;
import io.fluxlab.comparison.ComparisonEvent.Proved;
import io.fluxlab.comparison.ComparisonEvent.Watching;
import io.fluxlab.diagnosis.Diagnosis;
import io.fluxlab.diagnosis.Evidence;
import io.fluxlab.diagnosis.Finding;
import io.fluxlab.diagnosis.Outline.Silence;
import io.fluxlab.diagnosis.Proof;
import io.fluxlab.diagnosis.Remedy;
import io.fluxlab.lane.Lane;
import io.fluxlab.measure.StageUse;
import io.fluxlab.profile.Profiler.Observed;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.stage.PlacedLane;
import io.fluxlab.trail.HopPath;
import io.fluxlab.verdict.LaneFailure;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.wording.FindingWording;
import io.fluxlab.wording.Language;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a comparison knows that explains its lanes, and the events that come of that. Confined to the comparison's stream.
 *
 * @param setup what is compared
 * @param samples the figures of the rounds that count
 * @param failures the lanes that have failed
 * @param stages what the stages of the pipeline took on a lane; none where it has none
 * @param seq numbers the events
 * @param clock nanoseconds since the comparison's start
 */
record ExplanationEvents(
        ComparisonSetup setup,
        List<LaneSample> samples,
        List<LaneFailure> failures,
        Function<String, List<StageUse>> stages,
        LongSupplier seq,
        LongSupplier clock) {

    /** So many times as long a run may take while it is watched. */
    private static final int SLOWED = 3;

    /** The lanes whose tasks can be watched: those that run in this JVM. */
    List<Lane> explainable() {
        return setup.lanes().stream().filter(lane -> !lane.isElsewhere()).toList();
    }

    int atOnce(Lane lane) {
        return setup.concurrency(lane, tasks(lane));
    }

    /** How many calls a task makes; 1 where it makes none. */
    int calls(Lane lane) {
        return Math.max(1, setup.subjectOn(lane).plan().calls());
    }

    private int tasks(Lane lane) {
        return setup.subjectOn(lane).plan().size();
    }

    /** How long a watched run may take: so long, or more where those that count took nearly as long and came to an end. */
    Duration mostRun(Lane lane, Duration usual) {
        long counted = countedNanos(lane.name()).orElse(0);
        return Duration.ofNanos(Math.max(usual.toNanos(), SLOWED * counted));
    }

    Flux<RunEvent> watchedRun(Lane lane, Duration most) {
        return setup.watchedRun(lane, most, false);
    }

    /** The ways of the tasks of one run from thread to thread. */
    Mono<List<HopPath>> hops(Lane lane, Duration most) {
        return setup.watchedRun(lane, most, true)
                .ofType(RunFinished.class)
                .map(finished -> Objects.requireNonNullElse(finished.summary().hops(), List.<HopPath>of()))
                .next()
                .defaultIfEmpty(List.of());
    }

    /** A lane on which tasks were silent in a run that counts, and could not be stopped; empty where it is none of these. */
    Optional<ComparisonEvent> foundSilent(String name, Silence silence) {
        return explainable().stream()
                .filter(lane -> lane.name().equals(name))
                .findFirst()
                .map(lane -> found(
                        lane,
                        Diagnosis.of(Evidence.ofSilence(name, atOnce(lane), tasks(lane), silence)),
                        new Watching(0, 0, null, 0, 0)));
    }

    ComparisonEvent found(Lane lane, int runs, long watchedNanos, Observed observed) {
        Finding seen = Diagnosis.of(observed.evidence());
        Finding finding =
                correction(lane).or(() -> placement(lane, seen)).map(seen::with).orElse(seen);
        Watching watching = new Watching(
                runs,
                watchedNanos,
                slowdown(lane.name(), observed.medianNanos()),
                observed.samplingNanos(),
                observed.evidence().samples().looks());
        return found(lane, finding, watching);
    }

    private Found found(Lane lane, Finding finding, Watching watching) {
        return new Found(
                seq.getAsLong(),
                clock.getAsLong(),
                lane.name(),
                finding,
                words().reason(finding, lane.name()),
                watching);
    }

    /** What the workload itself says is right goes before what could be tried of anything. */
    private Optional<Remedy> correction(Lane lane) {
        Map<String, Object> now = setup.subjectOn(lane).parameters();
        return setup.corrected(lane).map(right -> {
            Map<String, Object> changed = new LinkedHashMap<>(right.get().parameters());
            changed.entrySet().removeIf(entry -> entry.getValue().equals(now.get(entry.getKey())));
            return Remedy.corrected(lane.name(), changed);
        });
    }

    /** Stages where they belong go before another lane for all of them. */
    private Optional<Remedy> placement(Lane lane, Finding seen) {
        return StageRemedy.placement(seen.cause(), stages.apply(lane.name()))
                .filter(text -> !text.equals(lane.name()))
                .map(Remedy::lane)
                .filter(remedy -> remedied(lane, remedy)
                        .filter(other -> !isSamePlacement(lane, other))
                        .isPresent());
    }

    private static boolean isSamePlacement(Lane lane, Lane other) {
        return lane instanceof PlacedLane placed && other instanceof PlacedLane remedied && placed.isSameAs(remedied);
    }

    private @Nullable Double slowdown(String lane, long medianNanos) {
        OptionalLong counted = countedNanos(lane);
        return counted.isEmpty() ? null : (Double) ((double) medianNanos / counted.getAsLong());
    }

    /** The median of the runs that count; empty where there are none. */
    private OptionalLong countedNanos(String lane) {
        long[] counted = samples.stream()
                .filter(sample -> sample.lane().equals(lane))
                .mapToLong(LaneSample::wallNanos)
                .sorted()
                .toArray();
        return counted.length == 0 ? OptionalLong.empty() : OptionalLong.of(counted[counted.length / 2]);
    }

    /** What the rounds that counted prove already. */
    Optional<ComparisonEvent> knownProof(Lane lane, Remedy remedy) {
        return Proofs.of(remedy, lane.name(), tasks(lane), samples, failures).map(proof -> proved(lane, proof));
    }

    /** The lane with the remedy. */
    Optional<Lane> remedied(Lane lane, Remedy remedy) {
        List<Lane> compared = setup.sharedLane() == null ? setup.lanes() : List.of();
        List<String> names =
                stages.apply(lane.name()).stream().map(StageUse::stage).toList();
        return new RemedyLanes(compared, setup.mayTryOtherLanes(), names).of(lane, remedy);
    }

    /** The lane against itself with the remedy, for so long, or as long as the lanes were held against each other. */
    ComparisonSetup pair(Lane lane, Lane changed, Remedy remedy, Duration least) {
        Duration time =
                setup.maxTime().filter(asked -> asked.compareTo(least) > 0).orElse(least);
        return setup.against(
                lane, changed, remedy.parameters() == null ? Optional.empty() : setup.corrected(lane), time);
    }

    ComparisonEvent outOfTime(Lane lane, Remedy remedy, long neededNanos) {
        return proved(lane, Proof.outOfTime(remedy, tasks(lane), neededNanos));
    }

    ComparisonEvent proved(Lane lane, Remedy remedy, String changed, Verdict verdict) {
        return proved(lane, Proofs.of(remedy, lane.name(), changed, tasks(lane), verdict));
    }

    private ComparisonEvent proved(Lane lane, Proof proof) {
        return new Proved(seq.getAsLong(), clock.getAsLong(), lane.name(), proof, words().proof(proof, lane.name()));
    }

    private FindingWording words() {
        Language lang = setup.request().lang();
        return FindingWording.in(lang == null ? Language.EN : lang);
    }
}
