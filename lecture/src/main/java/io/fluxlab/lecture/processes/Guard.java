package io.fluxlab.lecture.processes;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What keeps processes out of each other's way. */
public enum Guard {
    /** The lock that they share. */
    @JsonProperty("lock")
    LOCK,
    /** Nothing. */
    @JsonProperty("none")
    NONE
}
