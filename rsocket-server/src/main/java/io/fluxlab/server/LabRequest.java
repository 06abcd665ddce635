package io.fluxlab.server;

import io.fluxlab.server.identity.Caller;
import io.fluxlab.wire.Route;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that could be read. Compared by identity: the same may be asked twice. Immutable.
 *
 * @see ServerListener
 */
public final class LabRequest {

    private final Caller caller;
    private final Route route;
    private final @Nullable Object data;

    LabRequest(Caller caller, Route route, @Nullable Object data) {
        this.caller = Objects.requireNonNull(caller, "caller");
        this.route = Objects.requireNonNull(route, "route");
        this.data = data;
    }

    /** Who asks. */
    public Caller caller() {
        return caller;
    }

    /** What is asked for. */
    public Route route() {
        return route;
    }

    /**
     * What was sent with it: a {@link io.fluxlab.run.RunRequest}, {@link io.fluxlab.comparison.ComparisonRequest},
     * {@link io.fluxlab.capacity.CapacityRequest} or {@link io.fluxlab.library.ScenarioRequest}; null where the route takes nothing.
     */
    public @Nullable Object data() {
        return data;
    }
}
