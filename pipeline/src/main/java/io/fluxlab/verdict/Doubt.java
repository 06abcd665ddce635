package io.fluxlab.verdict;

import io.fluxlab.trail.Wait;
import io.fluxlab.trail.Whereabouts.Departure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that speaks against trusting the figures of a comparison, with its data. Immutable. Times are nanoseconds. */
public sealed interface Doubt {

    /** Its name on the wire, in kebab-case. */
    String code();

    /** The baseline's times spread more than {@code most}, as parts of its median. */
    record NoisyMachine(String baseline, double spread, double most) implements Doubt {
        @Override
        public String code() {
            return "noisy-machine";
        }
    }

    /** Fewer rounds than it takes at least. */
    record TooFewRounds(int rounds, int least) implements Doubt {
        @Override
        public String code() {
            return "too-few-rounds";
        }
    }

    /** Runs on this lane are shorter than the clock, and a run's own start, allow. */
    record ClockTooCoarse(String lane, long medianNanos, long neededNanos) implements Doubt {
        @Override
        public String code() {
            return "clock-too-coarse";
        }
    }

    /** The bystander waited although nothing ran. */
    record BystanderStarved(long p99Nanos) implements Doubt {
        @Override
        public String code() {
            return "bystander-starved";
        }
    }

    /**
     * A lane's rounds still get faster, or slower.
     *
     * @param isBaseline whether it is the lane that the others are held against
     * @param reference the lane that it was held against to find that out
     * @param firstNanos what a run took in the first rounds
     * @param lastNanos what it took in the last
     * @param firstSpeedUp how many times as fast as the reference it was in the first rounds
     * @param lastSpeedUp the same factor in the last
     */
    record StillWarming(
            String lane,
            boolean isBaseline,
            String reference,
            long firstNanos,
            long lastNanos,
            double firstSpeedUp,
            double lastSpeedUp)
            implements Doubt {
        @Override
        public String code() {
            return "still-warming";
        }

        /** Whether it gets faster against the reference. */
        public boolean getsFaster() {
            return lastSpeedUp > firstSpeedUp;
        }
    }

    /**
     * A lane was steady only after some rounds, which do not count.
     *
     * @param isBaseline whether it is the lane that the others are held against
     * @param transients how many rounds do not count
     * @param beforeNanos what a run took in these
     * @param afterNanos what it took in those that count
     * @param counted how many these are
     */
    record LateWarmUp(String lane, boolean isBaseline, int transients, long beforeNanos, long afterNanos, int counted)
            implements Doubt {
        @Override
        public String code() {
            return "late-warm-up";
        }
    }

    /** Only so many rounds fitted into the time; {@code asked} is null where no number was asked for. */
    record TimeTooShort(int rounds, @Nullable Integer asked) implements Doubt {
        @Override
        public String code() {
            return "time-too-short";
        }
    }

    /**
     * Work went on where the lanes know nothing of it.
     *
     * @param lanes the lanes that it left
     * @param departure how and where to
     */
    record LeftTheLane(List<String> lanes, Departure departure) implements Doubt {
        public LeftTheLane {
            lanes = List.copyOf(lanes);
        }

        @Override
        public String code() {
            return "left-the-lane";
        }
    }

    /**
     * Every lane takes the same time, and hardly any CPU time: tasks wait, and would on any lane.
     *
     * @param cpus the most CPUs that a lane kept busy
     * @param waits what tasks were seen waiting for, on all lanes, most often first
     * @param wakers the name, without its number, of the threads that are not the lane's and on which most tasks ended; null
     *     where they ended on the lanes
     */
    record Waiting(double cpus, List<Wait> waits, @Nullable String wakers) implements Doubt {
        public Waiting {
            waits = List.copyOf(waits);
        }

        @Override
        public String code() {
            return "waiting";
        }

        /** How much of the looks found this, from 0 to 1. */
        public double share(Wait wait) {
            return (double) wait.looks() / waits.stream().mapToLong(Wait::looks).sum();
        }
    }

    /** So much of the tasks' time, from 0 to 1, went by before anything was subscribed. */
    record WorkAtAssembly(double share) implements Doubt {
        @Override
        public String code() {
            return "work-at-assembly";
        }
    }

    /** So many tasks, all of a run, were given one and the same publisher, with its items in it. */
    record NothingToDo(int tasks) implements Doubt {
        @Override
        public String code() {
            return "nothing-to-do";
        }
    }

    /** The results of two variants are not the same, or those of one are others each time. */
    record ResultsDiffer(String variant, String other) implements Doubt {
        @Override
        public String code() {
            return "results-differ";
        }
    }

    /** What comes of the work is another each time, also on one lane. */
    record ResultsVary() implements Doubt {
        @Override
        public String code() {
            return "results-vary";
        }
    }

    /**
     * To hand a call over to another thread takes longer than the call.
     *
     * @param lanes those of which that is so
     * @param callNanos what a call takes
     * @param leastNanos what a hop takes on the quickest of these lanes
     * @param mostNanos what it takes on the slowest
     * @param callsInTask how many calls go with one hop here
     */
    record HopCostsMore(List<String> lanes, long callNanos, long leastNanos, long mostNanos, int callsInTask)
            implements Doubt {
        public HopCostsMore {
            lanes = List.copyOf(lanes);
        }

        @Override
        public String code() {
            return "hop-costs-more";
        }
    }

    /** A round has so few tasks that a percentile of their latencies, {@code by}, is hardly more than the longest of them. */
    record FewArrivals(String by, long count, int enough) implements Doubt {
        @Override
        public String code() {
            return "few-arrivals";
        }
    }

    /** Tasks were sent so late, at the p99 of a round, that latencies are the load generator's too. */
    record SentLate(long p99Nanos) implements Doubt {
        @Override
        public String code() {
            return "sent-late";
        }
    }

    /** Whoever takes the events has used so much CPU time, as a part of the measured work's. */
    record TakingEvents(double share) implements Doubt {
        @Override
        public String code() {
            return "taking-events";
        }
    }
}
