package io.fluxlab.diagnosis;

import io.fluxlab.trail.HopPath;
import io.fluxlab.trail.ThreadNames;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Short work behind hops that take longer than it. That is seen in samples, not by the clock: on a busy machine, whoever wakes
 * the thread behind a hop up may have to wait for a CPU in the midst of that, and looks busy. Stateless.
 */
final class HopBound implements Rule {

    private static final double WORTH = 0.5;

    /** Where busy threads spend this part of their time with handing over, that is what they do. */
    private static final double MOST = 0.7;

    /** Where so many threads work behind the hops, tasks wait for these threads. */
    private static final double BUSY = 0.3;

    /** What takes longer may have waited for a time that passed, or an answer. */
    private static final long SHORTEST_TIMER_NANOS = 400_000;

    /** What takes longer than such a wait is something else than to be handed over. */
    private static final long LONGEST_RESULT_NANOS = 200_000;

    /** So often a second a CPU goes from thread to thread where threads do next to nothing else. */
    private static final double MANY_SWITCHES = 10_000;

    /** Where a thread is that hands work to another or takes it, or that does the lab's part of that. */
    private static final List<String> HANDING_OVER = List.of(
            "reactor.core.",
            "java.util.concurrent.",
            "java.lang.invoke.VarHandle",
            "jdk.internal.misc.Unsafe.",
            "io.fluxlab.lane.",
            "io.fluxlab.run.",
            "io.fluxlab.task.");

    @Override
    public Cause cause() {
        return Cause.HOP_BOUND;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        return byOperators(evidence).or(() -> byResults(evidence)).or(() -> byWork(evidence));
    }

    /** Whether most of what threads do is to hand something over: whatever waits for them waits for that. */
    static boolean isMostOfTheWork(Evidence evidence) {
        return byWork(evidence).isPresent();
    }

    /** A task may go from thread to thread for each of its elements: then only what the threads do tells of it. */
    private static Optional<Suspicion> byWork(Evidence evidence) {
        Samples samples = evidence.samples();
        double handingOver = samples.atOnce(HopBound::handsOver);
        double working = samples.atOnce(site -> site.activity() == Activity.RUNNING);
        return handingOver < BUSY || handingOver < MOST * working || !isReal(evidence, handingOver)
                ? Optional.empty()
                : samples.most(HopBound::handsOver)
                        .map(site -> Suspicion.of(Cause.HOP_BOUND, "work", handingOver / working)
                                .what(site.threads())
                                .at(site.at()));
    }

    /** Whether so many threads that looked busy had CPUs for most of that, or gave way to each other all the time. */
    private static boolean isReal(Evidence evidence, double threads) {
        Machine machine = evidence.machine();
        double wanted = Math.min(machine.cpus(), threads);
        return machine.cpuNanos() > wanted / 2 * evidence.outline().wallNanos() || takesTurns(evidence);
    }

    private static boolean takesTurns(Evidence evidence) {
        return evidence.switchesPerSecond() > MANY_SWITCHES * evidence.machine().cpus();
    }

    private Optional<Suspicion> byOperators(Evidence evidence) {
        Samples samples = evidence.samples();
        double handingOver = samples.atOnce(HopBound::handsOver);
        double working = samples.atOnce(site -> site.activity() != Activity.SUSPENDED && !handsOver(site));
        double share = samples.share(site -> site.activity() == Activity.SUSPENDED || handsOver(site));
        return share < WORTH || working > Math.max(BUSY, handingOver)
                ? Optional.empty()
                : evidence.hops().stream()
                        .filter(path -> path.stops().size() > 1)
                        .findFirst()
                        .map(path -> suspicion(path, evidence, share));
    }

    /**
     * Tasks have others do something and wait for it, and hardly any of that is seen to be done. Where many wait at once, each
     * waits longer than a hop takes: then it is the CPUs that have nothing else to do than to hand over. A call may wait for
     * many results one after the other: then it is how often threads take turns that tells it.
     */
    private Optional<Suspicion> byResults(Evidence evidence) {
        Samples samples = evidence.samples();
        double share = samples.share(Activity.AWAITING);
        double working = samples.atOnce(
                site -> (site.activity() == Activity.RUNNING || Samples.isElsewhere(site)) && !handsOver(site));
        boolean isAtOnce = evidence.callNanos() < LONGEST_RESULT_NANOS
                || (evidence.cpuNanosPerCall() < LONGEST_RESULT_NANOS && evidence.keepsCpusBusy());
        if (share < WORTH || working > BUSY) {
            return Optional.empty();
        }
        Optional<Site> waiting = samples.most(site -> site.activity() == Activity.AWAITING);
        return isAtOnce
                ? waiting.map(site -> Suspicion.of(cause(), "results", share)
                        .at(site.at())
                        .with("hopNanos", (double) Math.min(evidence.callNanos(), evidence.cpuNanosPerCall())))
                : waiting.filter(site -> takesTurns(evidence))
                        .map(site -> Suspicion.of(cause(), "switches", share)
                                .at(site.at())
                                .with("times", evidence.switchesPerSecond()));
    }

    private static boolean handsOver(Site site) {
        return site.activity() == Activity.RUNNING
                && !site.at().isEmpty()
                && HANDING_OVER.stream().anyMatch(site.at().get(0)::startsWith);
    }

    private @Nullable Suspicion suspicion(HopPath path, Evidence evidence, double share) {
        int hops = evidence.outline().calls() == 1 ? path.stops().size() - 1 : hopsOfACall(path);
        long callNanos = evidence.callNanos();
        double hopNanos = share * callNanos / hops;
        return hopNanos > SHORTEST_TIMER_NANOS && !leadsFromSchedulerToScheduler(path)
                ? null
                : Suspicion.of(cause(), "hops", share)
                        .what(path.stops().get(1).via())
                        .with("hops", hops)
                        .with("hopNanos", hopNanos)
                        .with("workNanos", (1 - share) * callNanos);
    }

    /** The first call comes to threads by operators by which later ones come there again. */
    private static int hopsOfACall(HopPath path) {
        return (int) path.stops().stream()
                .skip(1)
                .map(stop -> stop.via() + ">" + ThreadNames.groupOf(stop.thread()))
                .distinct()
                .count();
    }

    /** Whether nothing on the way can wait for a time, or for an answer. */
    private static boolean leadsFromSchedulerToScheduler(HopPath path) {
        return path.stops().stream()
                .skip(1)
                .allMatch(stop -> Operators.leadsOntoAScheduler(String.valueOf(stop.via())));
    }
}
