package io.fluxlab.comparison;

import io.fluxlab.lane.Lane;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunSetup;
import io.fluxlab.run.RunSetup.Steering;
import io.fluxlab.verdict.StoppingRule;
import io.fluxlab.workload.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;

/**
 * A comparison that was found to be right and can start. Immutable.
 *
 * @param id names the comparison in its first event
 * @param request what was asked for
 * @param subject the workload, with a new plan each time
 * @param lanes the lanes, in the order of the request
 * @param runTime the most time that one run, and the whole comparison, may take
 */
public record ComparisonSetup(
        String id, ComparisonRequest request, Supplier<Subject> subject, List<Lane> lanes, Optional<Duration> runTime) {

    private static final Duration DEFAULT_MAX_TIME = Duration.ofSeconds(15);

    String baseline() {
        return request.baseline() != null ? request.baseline() : lanes.get(0).name();
    }

    long seed() {
        return request.seed() != null
                ? request.seed()
                : ThreadLocalRandom.current().nextLong(1L << 32);
    }

    StoppingRule stoppingRule() {
        return request.rounds() != null ? StoppingRule.fixed(request.rounds()) : StoppingRule.DEFAULT;
    }

    boolean wantsRunEvents() {
        return Boolean.TRUE.equals(request.runEvents());
    }

    /** No new round after this; a fixed number of rounds has no such limit but the lab's and the one asked for. */
    Optional<Duration> maxTime() {
        Optional<Duration> asked = request.maxTimeMillis() != null
                ? Optional.of(Duration.ofMillis(request.maxTimeMillis()))
                : request.rounds() != null ? Optional.empty() : Optional.of(DEFAULT_MAX_TIME);
        return asked.isPresent() && runTime.isPresent()
                ? asked.filter(time -> time.compareTo(runTime.get()) < 0).or(() -> runTime)
                : asked.or(() -> runTime);
    }

    /** The same on these lanes, which have the same names. */
    ComparisonSetup on(List<Lane> newLanes) {
        return new ComparisonSetup(id, request, subject, newLanes, runTime);
    }

    RunSetup on(Lane lane) {
        Subject fresh = subject.get();
        int concurrency = lane.concurrency(fresh.plan().size());
        return new RunSetup(id, fresh, lane, concurrency, BystanderRate.DEFAULT, new Steering(Flux.never(), runTime));
    }
}
