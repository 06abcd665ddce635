package io.fluxlab.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A lane as a lab lists it; {@code reason} says why it is not available. Immutable. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaneInfo(
        String name,
        String summary,
        boolean available,
        @Nullable String reason) {}
