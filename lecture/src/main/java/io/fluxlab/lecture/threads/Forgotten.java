package io.fluxlab.lecture.threads;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a program forgets to do with the work it has made. */
enum Forgotten {
    /** To start the thread or the process, to subscribe to the {@code Flux}. */
    @JsonProperty("start")
    START,
    /** To join the thread, to wait for the process, to await the {@code Flux}. */
    @JsonProperty("join")
    JOIN,
    /** It starts and waits as it should. */
    @JsonProperty("nothing")
    NOTHING
}
