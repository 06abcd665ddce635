package io.fluxlab.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be asked of a served lab. */
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
    /** Request-stream of {@link io.fluxlab.library.ScenarioInfo}. */
    SCENARIOS("lab.scenarios"),
    /** Request-response: a scenario as plain values, for a {@link io.fluxlab.library.ScenarioQuery}. */
    SCENARIO("lab.scenario"),
    /**
     * Request-channel of {@link io.fluxlab.run.RunEvent}, for a {@link io.fluxlab.run.RunRequest} and then
     * {@link io.fluxlab.run.SteerCommand}s; request-response: a {@link io.fluxlab.kept.RunName} for a
     * {@link io.fluxlab.kept.SteerRequest} to a submitted run.
     */
    STEER("lab.steer"),
    /** Request-response: a {@link io.fluxlab.kept.RunName} for a {@link io.fluxlab.kept.Submission}. */
    SUBMIT("lab.submit"),
    /** Request-stream of a kept run's events, for a {@link io.fluxlab.kept.WatchRequest}. */
    WATCH("lab.watch"),
    /** Request-response: a {@link io.fluxlab.kept.RunName}, for itself. */
    CANCEL("lab.cancel"),
    /** Request-stream of {@link io.fluxlab.kept.KeptRun}, for a {@link io.fluxlab.kept.HistoryQuery}. */
    HISTORY("lab.history"),
    /** Request-response: a {@link io.fluxlab.kept.RunName}, for an {@link io.fluxlab.kept.Annotation}. */
    ANNOTATE("lab.annotate"),
    /** Request-response: a {@link io.fluxlab.kept.RunName}, for itself. */
    REMOVE("lab.remove");

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
