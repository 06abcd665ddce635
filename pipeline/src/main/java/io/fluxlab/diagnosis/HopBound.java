package io.fluxlab.diagnosis;

import io.fluxlab.trail.HopPath;
import java.util.Optional;

/** Short work behind hops that take longer than it. Stateless. */
final class HopBound implements Rule {

    private static final double WORTH = 0.5;

    /** A hop that takes longer may wait for a thread: then it is not the hop that costs. */
    private static final long LONGEST_HOP_NANOS = 400_000;

    /** Where the threads behind the hop idle, nobody waits for one: the machine is slow to wake it up. */
    private static final long LONGEST_HOP_TO_IDLE_NANOS = 20_000_000;

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
                .flatMap(path -> suspect(path, taskNanos, longest(evidence.samples())));
    }

    private static long longest(Samples samples) {
        return samples.atOnce(Samples::isElsewhere) < IDLE ? LONGEST_HOP_TO_IDLE_NANOS : LONGEST_HOP_NANOS;
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
