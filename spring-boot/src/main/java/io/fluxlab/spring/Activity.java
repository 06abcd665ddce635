package io.fluxlab.spring;

import java.time.Instant;
import java.util.List;

/**
 * A run or a comparison that goes on, or has ended. Immutable.
 *
 * @param number it is the application's so-manieth, from 1
 * @param kind what it is
 * @param workload the workload's name, as it was asked for
 * @param lanes the lanes' names, as they were asked for: one for a run
 * @param since when it was subscribed
 */
public record Activity(long number, Kind kind, String workload, List<String> lanes, Instant since) {

    public Activity {
        lanes = List.copyOf(lanes);
    }

    /** What can go on in a lab. */
    public enum Kind {
        /** One workload on one lane. */
        RUN,
        /** Lanes held against each other. */
        COMPARISON,
        /** The highest rate that each lane bears. */
        CAPACITY
    }
}
