package io.fluxlab.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The six things that can be asked of a served lab. */
public enum Route {
    /** Request-stream of {@link io.fluxlab.lab.WorkloadInfo}. */
    WORKLOADS("lab.workloads"),
    /** Request-stream of {@link io.fluxlab.lab.LaneInfo}. */
    LANES("lab.lanes"),
    /** Request-stream of {@link io.fluxlab.run.RunEvent}, for a {@link io.fluxlab.run.RunRequest}. */
    RUN("lab.run"),
    /**
     * Request-stream of {@link io.fluxlab.comparison.ComparisonEvent}, for a
     * {@link io.fluxlab.comparison.ComparisonRequest}.
     */
    COMPARE("lab.compare"),
    /** Request-stream of {@link io.fluxlab.capacity.CapacityEvent}, for a {@link io.fluxlab.capacity.CapacityRequest}. */
    CAPACITY("lab.capacity"),
    /**
     * Request-channel of {@link io.fluxlab.run.RunEvent}, for a {@link io.fluxlab.run.RunRequest} and then
     * {@link io.fluxlab.run.SteerCommand}s.
     */
    STEER("lab.steer");

    private final String id;

    Route(String id) {
        this.id = id;
    }

    /** The route as RSocket's routing metadata carries it. */
    public String id() {
        return id;
    }

    /** The route of this id. */
    public static Optional<Route> of(String id) {
        return Arrays.stream(values()).filter(route -> route.id.equals(id)).findFirst();
    }

    /** The ids of all routes. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Route::id).toList();
    }
}
