package io.fluxlab.lecture.primes;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the three calls are made. */
enum ExecutionMode {
    /** One after the other. */
    @JsonProperty("sequential")
    SEQUENTIAL,
    /** Each on a thread of its own. */
    @JsonProperty("threads")
    THREADS,
    /** Each in a process of its own. */
    @JsonProperty("processes")
    PROCESSES
}
