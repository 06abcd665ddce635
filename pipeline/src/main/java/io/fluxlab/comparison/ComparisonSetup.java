package io.fluxlab.comparison;

import io.fluxlab.claim.Lease;
import io.fluxlab.lane.Lane;
import io.fluxlab.load.Load;
import io.fluxlab.load.OfferedLoad;
import io.fluxlab.load.RequestPlan;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.Isolation;
import io.fluxlab.run.RemoteCpu;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.RunSetup;
import io.fluxlab.run.RunSetup.Steering;
import io.fluxlab.run.Runner;
import io.fluxlab.run.WarmJvms;
import io.fluxlab.trail.FollowedPlan;
import io.fluxlab.verdict.SameBand;
import io.fluxlab.verdict.StoppingRule;
import io.fluxlab.verdict.Wording;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.PlacementWording;
import io.fluxlab.wording.VerdictWording;
import io.fluxlab.workload.Subject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * A comparison that was found to be right and can start. Immutable.
 *
 * @param id names the comparison in its first event
 * @param request what was asked for
 * @param subject the workload, with a new plan each time
 * @param lanes the lanes, in the order of the request
 * @param place where, for how long, and by which right
 * @param variants what runs on the lane of each name, where that is not the subject
 */
public record ComparisonSetup(
        String id,
        ComparisonRequest request,
        Supplier<Subject> subject,
        List<Lane> lanes,
        Place place,
        Map<String, Supplier<Subject>> variants) {

    static final Duration DEFAULT_MAX_TIME = Duration.ofSeconds(15);

    /** For so long tasks arrive in a run where nobody says. */
    public static final Duration LOAD_TIME = Duration.ofSeconds(2);
    /** A search begins with rounds of many placements, and most of them are slow. */
    static final Duration SEARCH_MAX_TIME = Duration.ofSeconds(90);

    /** As many fresh JVMs as it takes to tell a few per cent, each of which is warmed. */
    static final Duration WARM_MAX_TIME = Duration.ofSeconds(90);

    /** A run is not stopped before, unless somebody wants it: in less, a task could not be told from one that is stuck. */
    static final Duration LEAST_RUN_TIME = Duration.ofSeconds(10);

    /** A comparison of lanes, which all run one subject: without variants. */
    public ComparisonSetup(
            String id, ComparisonRequest request, Supplier<Subject> subject, List<Lane> lanes, Place place) {
        this(id, request, subject, lanes, place, Map.of());
    }

    /** What runs on a lane, with a new plan, of which as many tasks are asked for as arrive. */
    public Subject subjectOn(Lane lane) {
        Subject plain = plainOn(lane);
        return load().map(load -> plain.with(new RequestPlan(plain.plan(), (int) Math.ceil(load.expectedTasks()))))
                .orElse(plain);
    }

    private Subject plainOn(Lane lane) {
        return variants.getOrDefault(lane.name(), subject).get();
    }

    /** How tasks arrive in a run; empty where they are all there from the beginning. */
    Optional<Load> load() {
        return Optional.ofNullable(request.load()).map(load -> load.orDuring(LOAD_TIME));
    }

    /** In each round other times, and in a round the same on all lanes. */
    private Optional<OfferedLoad> offered(long seed) {
        return load().map(load -> OfferedLoad.of(load, seed));
    }

    /** The lane that variants share; null where lanes are compared. */
    @Nullable
    String sharedLane() {
        return variants.isEmpty() ? null : request.lanes().get(0);
    }

    String baseline() {
        return request.baseline() != null ? request.baseline() : lanes.get(0).name();
    }

    long seed() {
        return request.seed() != null
                ? request.seed()
                : ThreadLocalRandom.current().nextLong(1L << 32);
    }

    StoppingRule stoppingRule() {
        Integer fixed = rounds();
        return fixed != null ? StoppingRule.fixed(fixed) : StoppingRule.narrow(band());
    }

    /** How many rounds count; null is as many as it takes. Under load that would be hundreds: it is enough for intervals. */
    @Nullable
    Integer rounds() {
        return request.rounds() != null || request.load() == null || request.maxTimeMillis() != null
                ? request.rounds()
                : (Integer) StoppingRule.ENOUGH_ROUNDS;
    }

    /** How many rounds warm up; null is until they are steady. */
    @Nullable
    Integer warmup() {
        return request.warmup();
    }

    SameBand band() {
        return SameBand.orDefault(request.sameWithin());
    }

    /** In which words the verdict is given. */
    Wording wording() {
        return VerdictWording.in(request.lang() == null ? Language.EN : request.lang());
    }

    /** In which words it is told which stage decides. */
    PlacementWording stageWording() {
        return PlacementWording.in(request.lang() == null ? Language.EN : request.lang());
    }

    boolean wantsRunEvents() {
        return Boolean.TRUE.equals(request.runEvents());
    }

    /** No new round after this; a fixed number of rounds has no such limit but the lab's and the one asked for. */
    Optional<Duration> maxTime() {
        Optional<Duration> asked = request.maxTimeMillis() != null
                ? Optional.of(Duration.ofMillis(request.maxTimeMillis()))
                : rounds() != null ? Optional.empty() : Optional.of(usualMaxTime());
        return asked.isPresent() && place.runTime().isPresent()
                ? asked.filter(time -> time.compareTo(place.runTime().get()) < 0)
                        .or(place::runTime)
                : asked.or(place::runTime);
    }

    private Duration usualMaxTime() {
        return request.searchesPlacements() ? SEARCH_MAX_TIME : isWarm() ? WARM_MAX_TIME : DEFAULT_MAX_TIME;
    }

    /** Whether each lane has a fresh JVM in each round, which is warmed and plays several runs in turn with the others'. */
    boolean isWarm() {
        return Boolean.TRUE.equals(request.warm());
    }

    /** How many JVMs there are at once where runs have one of their own. */
    public int jvmsAtOnce() {
        return isWarm() ? lanes.size() : 1;
    }

    /** This comparison under this lease. */
    public ComparisonSetup under(Lease lease) {
        return new ComparisonSetup(id, request, subject, lanes, place.under(lease), variants);
    }

    /** Whether lanes that were not asked for may be tried: a lab with limits has admitted those that were, and no others. */
    boolean mayTryOtherLanes() {
        return place.runTime().isEmpty();
    }

    Lease lease() {
        return place.lease();
    }

    /** This comparison on these lanes, which have the names that were asked for. */
    ComparisonSetup on(List<Lane> newLanes) {
        return new ComparisonSetup(id, request, subject, newLanes, place, variants);
    }

    /** Who gives each run a fresh JVM; empty where they have this one. */
    Optional<Isolation> isolation() {
        return place.isolation();
    }

    boolean wantsExplanation() {
        return Boolean.TRUE.equals(request.explain());
    }

    /** A run on this lane in this JVM, cancelled after so much time or what was asked for; followed, its hops are told. */
    Flux<RunEvent> watchedRun(Lane lane, Duration most, boolean followed) {
        Optional<Duration> limit = Stream.of(
                        Optional.ofNullable(request.runTimeMillis()).map(Duration::ofMillis),
                        Optional.of(most),
                        place.runTime())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        Subject subject = plainOn(lane);
        Subject watched = followed ? subject.with(new FollowedPlan(subject.plan())) : subject;
        return Runner.run(setup(watched, lane, limit, seed()), lease());
    }

    /** What runs on this lane with what is known to be wrong put right, as many tasks of it; empty where nothing is. */
    Optional<Supplier<Subject>> corrected(Lane lane) {
        Subject plain = plainOn(lane);
        return plain.corrected()
                .filter(right -> right.get().plan().size() == plain.plan().size());
    }

    /**
     * What runs on this lane alone against another lane, or the same one with fewer tasks at once.
     *
     * @param changed what runs on the other one; empty is the same
     */
    ComparisonSetup against(Lane lane, Lane other, Optional<Supplier<Subject>> changed, Duration time) {
        ComparisonRequest pair = ComparisonRequest.of(request.workload())
                .on(List.of(lane.name(), other.name()))
                .maxTimeMillis(time.toMillis())
                .runTimeMillis(request.runTimeMillis())
                .sameWithin(band().within());
        ComparisonRequest asked = request.load() == null ? pair : pair.under(request.load());
        Map<String, Supplier<Subject>> variants =
                changed.map(subject -> Map.of(other.name(), subject)).orElse(Map.of());
        return new ComparisonSetup(id, asked, () -> plainOn(lane), List.of(lane, other), place, variants);
    }

    /**
     * A run on this lane, so many nanoseconds after the comparison's start; arrivals have the seed of their round.
     *
     * @param jvms that are kept for the round; null is none
     */
    Flux<RunEvent> run(Lane lane, long atNanos, long seed, @Nullable WarmJvms jvms) {
        Optional<Duration> limit = runTime(atNanos);
        if (jvms != null) {
            return RemoteCpu.told(jvms.run(
                    lane.name(), runRequest(lane, seed), subjectOn(lane).recipe(), limit));
        }
        return isolation()
                .map(isolation -> RemoteCpu.told(
                        isolation.run(runRequest(lane, seed), subjectOn(lane).recipe(), limit, lease())))
                .orElseGet(() -> Runner.run(on(lane, limit, seed), lease()));
    }

    /** As long as a run may take that starts now: what is left of the time, and enough to show something at least. */
    private Optional<Duration> runTime(long atNanos) {
        Optional<Duration> asked = request.runTimeMillis() != null
                ? Optional.of(Duration.ofMillis(request.runTimeMillis()))
                : maxTime().map(time -> longer(time.minusNanos(atNanos), LEAST_RUN_TIME));
        return Stream.of(asked, place.runTime()).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** As many of so many tasks as run at once on this lane. */
    public int concurrency(Lane lane, int tasks) {
        return Math.min(place.mostConcurrency(), lane.concurrency(tasks));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private RunRequest runRequest(Lane lane, long seed) {
        RunRequest plain = runRequest(lane);
        RunRequest asked = place.mostConcurrency() == Integer.MAX_VALUE
                ? plain
                : plain.withConcurrency(concurrency(lane, subjectOn(lane).plan().size()));
        return load().map(load -> load.seed() == null ? load.withSeed(seed) : load)
                .map(asked::under)
                .orElse(asked);
    }

    private RunRequest runRequest(Lane lane) {
        String shared = sharedLane();
        if (shared != null) {
            Subject variant = subjectOn(lane);
            return RunRequest.of(variant.workload(), shared).with(variant.parameters());
        }
        RunRequest plain = RunRequest.of(request.workload(), lane.name());
        return request.parameters() == null ? plain : plain.with(request.parameters());
    }

    private RunSetup on(Lane lane, Optional<Duration> limit, long seed) {
        return setup(plainOn(lane), lane, limit, seed);
    }

    private RunSetup setup(Subject fresh, Lane lane, Optional<Duration> limit, long seed) {
        Optional<OfferedLoad> offered = offered(seed);
        int tasks = offered.map(load -> load.schedule().size())
                .orElseGet(() -> fresh.plan().size());
        Steering steering = new Steering(Flux.never(), limit);
        RunSetup setup = new RunSetup(id, fresh, lane, concurrency(lane, tasks), BystanderRate.DEFAULT, steering);
        return offered.map(setup::under).orElse(setup);
    }

    /**
     * Where runs are, for how long, and by which right.
     *
     * @param runTime the most time that one run, and the whole comparison, may take
     * @param isolation who gives each run a fresh JVM; empty where they have this one
     * @param lease of which runs and lanes make use
     * @param mostConcurrency the most tasks of a run at once
     */
    public record Place(Optional<Duration> runTime, Optional<Isolation> isolation, Lease lease, int mostConcurrency) {

        /** In this JVM, without a limit, by no right. */
        public static final Place HERE = new Place(Optional.empty(), Optional.empty(), Lease.NONE);

        /** Where lanes say how many tasks run at once. */
        public Place(Optional<Duration> runTime, Optional<Isolation> isolation, Lease lease) {
            this(runTime, isolation, lease, Integer.MAX_VALUE);
        }

        private Place under(Lease newLease) {
            return new Place(runTime, isolation, newLease, mostConcurrency);
        }
    }
}
