package io.fluxlab.diagnosis;

import io.fluxlab.trail.HopPath;
import java.util.List;
import java.util.Optional;

/** Short work behind hops that take longer than it. Stateless. */
final class HopBound implements Rule {

    private static final double WORTH = 0.5;

    /** A hop that takes longer may wait for a thread, a time or an answer: then it is not the hop that costs. */
    private static final long LONGEST_HOP_NANOS = 400_000;

    /** Where it waits for none of these, the machine is slow to wake the thread behind the hop up. */
    private static final long LONGEST_HOP_TO_IDLE_NANOS = 20_000_000;

    /** Where hardly more tasks than this go on at once, no other one has the thread behind the hop. */
    private static final double ALONE = 1.5;

    /** Of the looks at what the tasks do, so many that saw one at work there: its threads idle. */
    private static final double IDLE = 0.3;

    /** Where a thread is that hands work to another or takes it, with no frame of the user's below. */
    private static final List<String> HANDING_OVER = List.of(
            "reactor.core.", "java.util.concurrent.", "java.lang.invoke.VarHandle", "jdk.internal.misc.Unsafe.");

    /** Fewer looks show nothing. */
    private static final int LEAST_SAMPLES = 8;

    @Override
    public Cause cause() {
        return Cause.HOP_BOUND;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        long taskNanos = evidence.whereabouts().taskNanos();
        return evidence.hops().stream()
                .filter(path -> path.stops().size() > 1)
                .findFirst()
                .flatMap(path -> isOnlyAHop(path, evidence.samples())
                        ? suspect(
                                path,
                                taskNanos,
                                Math.max(share(path, taskNanos), seen(evidence)),
                                LONGEST_HOP_TO_IDLE_NANOS)
                        : suspect(path, taskNanos, share(path, taskNanos), LONGEST_HOP_NANOS));
    }

    /** Whether the way leads from scheduler to scheduler, and nobody else has their threads. */
    private static boolean isOnlyAHop(HopPath path, Samples samples) {
        boolean isIdle = samples.tasks() < ALONE || samples.atOnce(Samples::isElsewhere) < IDLE;
        return isIdle
                && path.stops().stream()
                        .skip(1)
                        .allMatch(stop -> Operators.leadsOntoAScheduler(String.valueOf(stop.via())));
    }

    /** The part of a task's time in which no thread on its way was busy with it. */
    private static double share(HopPath path, long taskNanos) {
        long workNanos = path.stops().stream().mapToLong(HopPath.Stop::nanos).sum() / path.tasks();
        return (double) (taskNanos - workNanos) / Math.max(1, taskNanos);
    }

    /**
     * The part of the looks that saw a task on its way to a scheduler's thread. On a busy machine, whoever wakes that thread up
     * may have to wait for a CPU in the midst of that: it then looks busy by the clock, and does nothing.
     */
    private static double seen(Evidence evidence) {
        return evidence.samples().count() < LEAST_SAMPLES
                ? 0
                : evidence.samples().share(HopBound::isOnItsWay);
    }

    private static boolean isOnItsWay(Site site) {
        return switch (site.activity()) {
            case SUSPENDED -> Operators.leadsOntoAScheduler(String.valueOf(site.what()));
            case RUNNING ->
                !site.at().isEmpty() && HANDING_OVER.stream().anyMatch(site.at().get(0)::startsWith);
            default -> false;
        };
    }

    private Optional<Suspicion> suspect(HopPath path, long taskNanos, double share, long longestHopNanos) {
        int hops = path.stops().size() - 1;
        double hopNanos = share * taskNanos / hops;
        return share < WORTH || hopNanos > longestHopNanos
                ? Optional.empty()
                : Optional.of(Suspicion.of(cause(), "hops", share)
                        .what(path.stops().get(1).via())
                        .with("hops", hops)
                        .with("hopNanos", hopNanos)
                        .with("workNanos", (1 - share) * taskNanos));
    }
}
