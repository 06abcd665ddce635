package io.fluxlab.kept;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** What kind of work is submitted and kept. */
public enum RunKind {
    /** One workload on one lane: its events are those of a run. */
    @JsonProperty("run")
    RUN("run"),
    /** Lanes held against each other. */
    @JsonProperty("comparison")
    COMPARISON("comparison"),
    /** The search for the rate up to which lanes meet objectives. */
    @JsonProperty("capacity")
    CAPACITY("capacity"),
    /** A scenario: its steps one after the other, and what was expected of them. */
    @JsonProperty("scenario")
    SCENARIO("scenario");

    private final String id;

    RunKind(String id) {
        this.id = id;
    }

    /** The kind's name on the wire. */
    public String id() {
        return id;
    }

    /** The kind of this name. */
    public static Optional<RunKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
