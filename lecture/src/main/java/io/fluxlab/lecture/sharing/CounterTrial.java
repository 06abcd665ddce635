package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Gap;
import io.fluxlab.lecture.race.Racer;
import java.util.List;

/** Two threads increment a counter; what it lacks in the end was lost. */
final class CounterTrial implements Trial {

    private final Sharing sharing;
    private final Gap gap = new Gap();
    private final Counter counter;
    private final List<Racer> racers;

    CounterTrial(Sharing sharing) {
        this.sharing = sharing;
        this.counter = Counter.shared(sharing, gap);
        this.racers = List.of(new Racer("adder-1", counter::increment), new Racer("adder-2", counter::increment));
    }

    @Override
    public Sharing sharing() {
        return sharing;
    }

    @Override
    public Gap gap() {
        return gap;
    }

    @Override
    public List<Racer> racers() {
        return racers;
    }

    @Override
    public long faults() {
        return increments() - counter.value();
    }

    @Override
    public Count finding(int rounds, List<String> touchedBy) {
        return new Count(sharing, rounds, increments(), counter.value(), faults(), touchedBy);
    }

    private long increments() {
        return racers.stream().mapToLong(Racer::steps).sum();
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
