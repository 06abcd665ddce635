package io.fluxlab.lecture.processes;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a parent forgets to do with its child. */
enum Omission {
    /** To start it. */
    @JsonProperty("start")
    START,
    /** To wait for its result. */
    @JsonProperty("join")
    JOIN,
    /** It starts it and waits. */
    @JsonProperty("nothing")
    NOTHING
}
