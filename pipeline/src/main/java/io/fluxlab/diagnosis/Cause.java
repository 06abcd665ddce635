package io.fluxlab.diagnosis;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What can limit a workload on a lane; where several do, the one that stands first explains the others. */
public enum Cause {
    /** Tasks give no sign, and would not end. */
    @JsonProperty("silent")
    SILENT,
    /** A source that does not wait for demand ran ahead of its consumer, and failed. */
    @JsonProperty("overflow")
    OVERFLOW,
    /** The work was done before anybody subscribed to the bodies. */
    @JsonProperty("nothing-to-do")
    NOTHING_TO_DO,
    /** Threads are ready to run, and other programs have the CPUs. */
    @JsonProperty("starved-machine")
    STARVED_MACHINE,
    /** Virtual threads hold their carriers while they wait. */
    @JsonProperty("pinned")
    PINNED,
    /** The garbage collector takes a good part of the time, or memory is what the work consists of. */
    @JsonProperty("garbage-bound")
    GARBAGE_BOUND,
    /** Threads use CPU time to wait. */
    @JsonProperty("spinning")
    SPINNING,
    /** Tasks go one at a time through something that they share. */
    @JsonProperty("serialised")
    SERIALISED,
    /** Tasks wait for a place in a pool whose places are all taken. */
    @JsonProperty("pool-exhausted")
    POOL_EXHAUSTED,
    /** To go to another thread and back costs more than what is done there. */
    @JsonProperty("hop-bound")
    HOP_BOUND,
    /** The work was done on threads that are not the lane's. */
    @JsonProperty("left-the-lane")
    LEFT_THE_LANE,
    /** Threads compute. */
    @JsonProperty("cpu-bound")
    CPU_BOUND,
    /** Tasks wait for something outside, or for time to pass. */
    @JsonProperty("waiting")
    WAITING,
    /** None of these was shown. */
    @JsonProperty("unknown")
    UNKNOWN;

    /** The cause as requests, events and resource bundles write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
