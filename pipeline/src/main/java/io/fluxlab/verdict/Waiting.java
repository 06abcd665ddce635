package io.fluxlab.verdict;

import io.fluxlab.trail.PlaceOfWork;
import io.fluxlab.trail.PlaceOfWork.Position;
import io.fluxlab.trail.Wait;
import io.fluxlab.trail.Whereabouts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds that it is waiting that takes the time, and not where the work runs: by the medians every lane takes the same time as the
 * baseline to within ten per cent, by the intervals to within a quarter, and none keeps more than half a CPU busy, the
 * lab's own threads among it. What a
 * better place could spare is less than that. And hardly ever may a look have found a task running: on a machine that others
 * keep busy, whoever computes has little CPU time, too. A single round, and a single lane, show nothing of the kind. Stateless.
 */
final class Waiting {

    private static final double MOST_CPUS = 0.5;
    private static final double MOST_RUNNING = 0.2;
    private static final Interval ALIKE = new SameBand(0.1).ratios();
    private static final Interval NOT_FAR = new SameBand(0.25).ratios();

    private Waiting() {}

    static Optional<Doubt> of(Tally tally, List<LaneVerdict> lanes) {
        double cpus =
                lanes.stream().mapToDouble(lane -> lane.cost().cpu()).max().orElse(1);
        if (lanes.size() < 2 || cpus > MOST_CPUS || !lanes.stream().allMatch(Waiting::isAlike)) {
            return Optional.empty();
        }
        Whereabouts everywhere =
                tally.lanes().stream().map(tally::whereabouts).reduce(Whereabouts.UNKNOWN, Whereabouts::plus);
        return isRunning(everywhere.waits())
                ? Optional.empty()
                : Optional.of(new Doubt.Waiting(cpus, everywhere.waits(), wakers(everywhere)));
    }

    /** Whether nothing was seen, or tasks ran and were only kept from the CPU by other processes. */
    private static boolean isRunning(List<Wait> waits) {
        long all = waits.stream().mapToLong(Wait::looks).sum();
        long running = waits.stream()
                .filter(wait -> wait.kind() == Wait.Kind.RUNNING)
                .mapToLong(Wait::looks)
                .sum();
        return all == 0 || running > MOST_RUNNING * all;
    }

    private static boolean isAlike(LaneVerdict lane) {
        Standing standing = lane.standing();
        Double low = standing.low();
        Double high = standing.high();
        return low != null
                && high != null
                && ALIKE.contains(standing.ratio())
                && new Interval(low, high).inside(NOT_FAR);
    }

    private static @Nullable String wakers(Whereabouts everywhere) {
        return everywhere.places().stream()
                .filter(place -> place.where() != Position.LANE && place.tasks() > everywhere.tasks() / 2)
                .max(Comparator.comparingInt(PlaceOfWork::tasks))
                .map(PlaceOfWork::threads)
                .orElse(null);
    }
}
