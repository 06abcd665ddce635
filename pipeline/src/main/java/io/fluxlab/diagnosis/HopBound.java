package io.fluxlab.diagnosis;

import io.fluxlab.trail.HopPath;
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
                .flatMap(path -> suspect(path, taskNanos, longest(path, evidence.samples())));
    }

    private static long longest(HopPath path, Samples samples) {
        boolean isIdle = samples.tasks() < ALONE || samples.atOnce(Samples::isElsewhere) < IDLE;
        boolean isOnlyAHop = path.stops().stream()
                .skip(1)
                .allMatch(stop -> Operators.leadsOntoAScheduler(String.valueOf(stop.via())));
        return isIdle && isOnlyAHop ? LONGEST_HOP_TO_IDLE_NANOS : LONGEST_HOP_NANOS;
    }

    private Optional<Suspicion> suspect(HopPath path, long taskNanos, long longestHopNanos) {
        int hops = path.stops().size() - 1;
        long workNanos = path.stops().stream().mapToLong(HopPath.Stop::nanos).sum() / path.tasks();
        long hopNanos = (taskNanos - workNanos) / hops;
        double share = (double) (taskNanos - workNanos) / Math.max(1, taskNanos);
        return share < WORTH || hopNanos > longestHopNanos
                ? Optional.empty()
                : Optional.of(Suspicion.of(cause(), "hops", share)
                        .what(path.stops().get(1).via())
                        .with("hops", hops)
                        .with("hopNanos", (double) hopNanos)
                        .with("workNanos", (double) workNanos));
    }
}
