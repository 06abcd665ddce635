package io.fluxlab.lecture.threads;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a program gives its work to. */
public enum Carrier {
    /** A thread, to be started and joined. */
    @JsonProperty("thread")
    THREAD,
    /** A {@code Flux}, to be subscribed to and awaited. */
    @JsonProperty("flux")
    FLUX,
    /** A process, to be started and waited for. */
    @JsonProperty("process")
    PROCESS
}
