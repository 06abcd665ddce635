package io.fluxlab.trail;

import io.fluxlab.trail.PlaceOfWork.Position;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the tasks of one or several runs were, and whether that was the lane. Immutable.
 *
 * @param runs how many runs
 * @param tasks how many tasks there were, in all of them
 * @param places the threads that had a part in them
 * @param assembly what they did before anything was subscribed
 * @param waits what they were seen waiting for, most often first
 */
public record Whereabouts(int runs, int tasks, List<PlaceOfWork> places, Assembly assembly, List<Wait> waits) {

    /** Nothing is known. */
    public static final Whereabouts UNKNOWN = new Whereabouts(0, 0, List.of(), Assembly.NONE);

    /** Fewer strays do not speak against a lane: a time limit that ran out, a retry after a pause. */
    private static final double STRAYS = 0.05;

    /** Work that comes back to its lane is seen from CPU time alone, of which others may have used a part. */
    private static final double MOST_CPU = 0.5;

    public Whereabouts {
        places = List.copyOf(places);
        waits = List.copyOf(waits);
    }

    /** Where tasks were that nobody saw waiting. */
    public Whereabouts(int runs, int tasks, List<PlaceOfWork> places, Assembly assembly) {
        this(runs, tasks, places, assembly, List.of());
    }

    /** These and others. */
    public Whereabouts plus(Whereabouts other) {
        Map<String, PlaceOfWork> sum = new LinkedHashMap<>();
        places.forEach(place -> sum.put(place.threads(), place));
        other.places.forEach(place -> sum.merge(place.threads(), place, PlaceOfWork::plus));
        return new Whereabouts(
                runs + other.runs,
                tasks + other.tasks,
                List.copyOf(sum.values()),
                assembly.plus(other.assembly),
                Wait.plus(waits, other.waits));
    }

    /** The threads that had a part in a run, on average. */
    public List<PlaceOfWork> placesOfOneRun() {
        return places.stream().map(place -> place.dividedBy(runs)).toList();
    }

    /** How long a task took, on average, in nanoseconds. */
    public long taskNanos() {
        return tasks == 0 ? 0 : assembly.tasksNanos() / tasks;
    }

    /** How and where to most tasks left the lane; empty where they stayed, but for a few. */
    public Optional<Departure> departure() {
        return furthest(Departure.Kind.TASKS, STRAYS)
                .or(() -> furthest(Departure.Kind.ITEMS, STRAYS))
                .or(() -> furthest(Departure.Kind.CPU, MOST_CPU));
    }

    private Optional<Departure> furthest(Departure.Kind kind, double least) {
        long all = kind == Departure.Kind.TASKS
                ? tasks
                : places.stream().mapToLong(kind::of).sum();
        return places.stream()
                .filter(place -> place.where() == Position.ELSEWHERE && kind.of(place) > 0)
                .max(Comparator.comparingLong(kind::of))
                .filter(place -> kind.of(place) >= least * all)
                .map(place -> new Departure(
                        kind,
                        place.threads(),
                        Math.round((double) kind.of(place) / runs),
                        Math.round((double) all / runs)));
    }

    /**
     * Tasks have left their lane. Immutable.
     *
     * @param kind what of them went elsewhere
     * @param threads the name of the threads where to most of it went, without the number at its end
     * @param count how much of it, in a run
     * @param all how much there was in a run
     */
    public record Departure(Kind kind, String threads, long count, long all) {

        /** What can be seen to be elsewhere. */
        public enum Kind {
            /** Tasks ended there. */
            TASKS,
            /** Items arrived there. */
            ITEMS,
            /** CPU time was used there, in nanoseconds. */
            CPU;

            long of(PlaceOfWork place) {
                Long cpuNanos = place.cpuNanos();
                return switch (this) {
                    case TASKS -> place.tasks();
                    case ITEMS -> place.items();
                    case CPU -> cpuNanos == null ? 0 : cpuNanos;
                };
            }
        }
    }
}
