package io.fluxlab.lecture.locks;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is done so that threads which need two locks each do not wait for each other in a circle. */
public enum DeadlockRemedy {
    /** Nothing: each takes the lock at its own place first, then its neighbour's. */
    @JsonProperty("none")
    NONE,
    /** All take the lock with the lower number first. */
    @JsonProperty("order")
    ORDER,
    /** Who does not get the second lock within a time gives the first one back, and begins again. */
    @JsonProperty("try-lock")
    TRY_LOCK,
    /** No locks: one thread has all that they guard, and whoever needs two things at once asks it. */
    @JsonProperty("confined")
    CONFINED
}
