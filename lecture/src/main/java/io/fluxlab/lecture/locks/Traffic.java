package io.fluxlab.lecture.locks;

import io.fluxlab.lecture.race.Race;
import io.fluxlab.lecture.race.Racer;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Readers and writers of one point, at once. A writer sets both coordinates to the same number, so that a pair of two
 * different ones was mixed.
 */
final class Traffic {

    private final Race race;
    private final Point point;
    private final int readers;
    private final int writers;

    Traffic(Race race, Point point, int readers, int writers) {
        this.race = race;
        this.point = point;
        this.readers = readers;
        this.writers = writers;
    }

    /** Lets each get or set the point so many times. */
    Seen pass(long steps, Duration limit, TaskContext context) throws Exception {
        List<Racer> racers = new ArrayList<>();
        List<Reader> reading = new ArrayList<>();
        for (int i = 1; i <= writers; i++) {
            racers.add(new Racer("writer-" + i, new Writer(point)::write));
        }
        for (int i = 1; i <= readers; i++) {
            Reader reader = new Reader(point);
            reading.add(reader);
            racers.add(new Racer("reader-" + i, reader::read));
        }
        long nanos = race.run(racers, steps, limit, context);
        if (racers.stream().anyMatch(racer -> racer.steps() < steps)) {
            throw new TimeoutException("%d readers and %d writers did not end %d steps each within %d ms"
                    .formatted(readers, writers, steps, limit.toMillis()));
        }
        long mixed = reading.stream().mapToLong(reader -> reader.mixed).sum();
        long operations = (readers + writers) * steps;
        return new Seen(readers * steps, writers * steps, mixed, nanos, operations * 1e9 / nanos);
    }

    /**
     * What came of it.
     *
     * @param reads how often the point was got
     * @param writes how often the point was set
     * @param mixed how many of the pairs that were got had never been set
     * @param wallNanos how long it took, in nanoseconds
     * @param perSecond how many gets and sets were done in a second
     */
    record Seen(long reads, long writes, long mixed, long wallNanos, double perSecond) {}

    private static final class Writer {
        private final Point point;
        private int next;

        Writer(Point point) {
            this.point = point;
        }

        void write() {
            next++;
            point.set(next, next);
        }
    }

    private static final class Reader {
        private final Point point;
        private long mixed;

        Reader(Point point) {
            this.point = point;
        }

        void read() {
            long pair = point.get();
            if ((int) (pair >> Integer.SIZE) != (int) pair) {
                mixed++;
            }
        }
    }
}
