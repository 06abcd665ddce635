package io.fluxlab.diagnosis;

import io.fluxlab.trail.HopPath;
import java.util.Optional;

/** Short work behind hops that take longer than it. Stateless. */
final class HopBound implements Rule {

    private static final double WORTH = 0.5;

    /** A hop that takes longer waits for a thread: it is not the hop that costs. */
    private static final long LONGEST_HOP_NANOS = 400_000;

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
                .flatMap(path -> suspect(path, taskNanos));
    }

    private Optional<Suspicion> suspect(HopPath path, long taskNanos) {
        int hops = path.stops().size() - 1;
        long workNanos = path.stops().stream().mapToLong(HopPath.Stop::nanos).sum() / path.tasks();
        long hopNanos = (taskNanos - workNanos) / hops;
        double share = (double) (taskNanos - workNanos) / Math.max(1, taskNanos);
        return share < WORTH || hopNanos > LONGEST_HOP_NANOS
                ? Optional.empty()
                : Optional.of(Suspicion.of(cause(), "hops", share)
                        .what(path.stops().get(1).via())
                        .with("hops", hops)
                        .with("hopNanos", (double) hopNanos)
                        .with("workNanos", (double) workNanos));
    }
}
