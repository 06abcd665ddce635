package io.fluxlab.kept;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** How far a kept run is, or how it ended. */
public enum RunState {
    /** It goes on. */
    @JsonProperty("going-on")
    GOING_ON("going-on"),
    /** It came to its end. */
    @JsonProperty("completed")
    COMPLETED("completed"),
    /** It came to its end, and at least one task failed, or something else came out than was expected. */
    @JsonProperty("failed")
    FAILED("failed"),
    /** It was told to end, its time was up, or its server stopped. */
    @JsonProperty("cancelled")
    CANCELLED("cancelled"),
    /** It broke. */
    @JsonProperty("broken")
    BROKEN("broken"),
    /** Whoever ran it was gone before it had ended. */
    @JsonProperty("lost")
    LOST("lost");

    private final String id;

    RunState(String id) {
        this.id = id;
    }

    /** The state's name on the wire. */
    public String id() {
        return id;
    }

    /** The state of this name. */
    public static Optional<RunState> of(String id) {
        return Arrays.stream(values()).filter(state -> state.id.equals(id)).findFirst();
    }

    /** Whether nothing of it is to come. */
    public boolean isEnd() {
        return this != GOING_ON;
    }
}
