package io.fluxlab.server;

import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.wire.Route;
import java.util.List;

/** RSocket's ways to ask that routes are answered on. */
enum Interaction {
    STREAM("request-stream"),
    CHANNEL("request-channel"),
    RESPONSE("request-response");

    private final String id;

    Interaction(String id) {
        this.id = id;
    }

    /** What whoever asked this way for a route that is not answered on it is told. */
    InvalidRequestException wrong(Route route) {
        String message = "%s is a %s, not a %s".formatted(route.id(), of(route).id, id);
        return new InvalidRequestException(
                "wrong-interaction", message, List.of(new FieldError("route", route.id(), message)));
    }

    /** The one that a route is made for. */
    private static Interaction of(Route route) {
        return switch (route) {
            case STEER -> CHANNEL;
            case SCENARIO, SUBMIT, CANCEL, ANNOTATE, REMOVE -> RESPONSE;
            case WORKLOADS, LANES, SCENARIOS, RUN, COMPARE, CAPACITY, WATCH, HISTORY -> STREAM;
        };
    }
}
