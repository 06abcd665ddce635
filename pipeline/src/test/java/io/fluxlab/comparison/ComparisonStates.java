package io.fluxlab.comparison;

import io.fluxlab.claim.Lease;
import io.fluxlab.comparison.ComparisonSetup.Place;
import io.fluxlab.lane.ImmediateLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.ParallelLane;
import io.fluxlab.lane.VirtualLane;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunSummary;
import io.fluxlab.run.Tasks;
import io.fluxlab.workload.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What tests of a state have in common: its setup, and its turns as they end. */
final class ComparisonStates {

    static final List<Lane> LANES = List.of(new ImmediateLane(), new ParallelLane(), new VirtualLane());
    static final long MILLI = 1_000_000;

    private ComparisonStates() {}

    static ComparisonSetup setup(
            @Nullable Integer rounds,
            @Nullable Integer warmup,
            @Nullable Long maxTimeMillis,
            Long seed,
            Optional<Duration> runTime) {
        List<String> names = LANES.stream().map(Lane::name).toList();
        ComparisonRequest request = ComparisonRequest.of("trial")
                .on(names)
                .rounds(rounds, warmup)
                .maxTimeMillis(maxTimeMillis)
                .seed(seed);
        return new ComparisonSetup(
                "comparison-1",
                request,
                () -> new Subject("trial", Map.of(), Tasks.of(1, (task, context) -> Mono.empty())),
                LANES,
                new Place(runTime, Optional.empty(), Lease.NONE));
    }

    static void play(ComparisonState state, boolean isWarmup, Wall wall) {
        for (Turn turn : state.nextRound(isWarmup)) {
            run(state, turn, List.of(1L), wall.nanos(turn));
        }
    }

    static void run(ComparisonState state, Turn turn, List<Long> items, long wallNanos) {
        state.run(turn);
        state.accept(turn, new TaskItems(1, 1, 0, 0, items));
        state.accept(turn, new TaskFinished(2, 1, 0, items.size(), 1, null));
        state.accept(turn, finished(Status.COMPLETED, wallNanos, null));
    }

    static RunFinished finished(Status status, long wallNanos, @Nullable Failure error) {
        return new RunFinished(
                3, 1, status, new RunSummary(1, 0, 1, wallNanos, 1, 1, 1, null, 0, new Latency(1, 2, 3, 4)), error);
    }

    static io.fluxlab.verdict.Verdict verdict(ComparisonState state) {
        return ((ComparisonEvent.Verdict) state.verdict()).verdict();
    }

    /** How long a turn takes. */
    @FunctionalInterface
    interface Wall {
        long nanos(Turn turn);
    }
}
