package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Gap;
import io.fluxlab.lecture.race.Racer;
import java.util.List;

/** Two threads increment a counter; what it lacks in the end was lost. */
final class CounterTrial implements SharingTrial {

    private final Counter counter;
    private final Cast cast;

    CounterTrial(Sharing sharing) {
        Gap gap = new Gap();
        this.counter = Counter.shared(sharing, gap);
        this.cast = new Cast(
                sharing,
                gap,
                List.of(new Racer("adder-1", counter::increment), new Racer("adder-2", counter::increment)));
    }

    @Override
    public Cast cast() {
        return cast;
    }

    @Override
    public long faults() {
        return increments() - counter.value();
    }

    @Override
    public Count finding(int rounds, List<String> touchedBy) {
        return new Count(cast.sharing(), rounds, increments(), counter.value(), faults(), touchedBy);
    }

    private long increments() {
        return cast.racers().stream().mapToLong(Racer::steps).sum();
    }

    /**
     * What was counted.
     *
     * @param variant how the counter was shared
     * @param rounds how many rounds it took
     * @param increments how often the counter was incremented
     * @param counted where it stood in the end
     * @param lost how many increments it lacks
     * @param touchedBy the threads that incremented it
     */
    record Count(Sharing variant, int rounds, long increments, long counted, long lost, List<String> touchedBy) {}
}
