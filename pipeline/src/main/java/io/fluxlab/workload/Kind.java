package io.fluxlab.workload;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a workload's tasks do most of the time. */
public enum Kind {
    /** They compute. */
    @JsonProperty("cpu")
    CPU,
    /** They hold a thread and wait. */
    @JsonProperty("blocking")
    BLOCKING,
    /** They wait without holding a thread. */
    @JsonProperty("async")
    ASYNC,
    /** It depends on the parameters. */
    @JsonProperty("mixed")
    MIXED
}
