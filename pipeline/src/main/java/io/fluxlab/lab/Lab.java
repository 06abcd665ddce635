package io.fluxlab.lab;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Runs workloads on lanes, compares lanes, and finds what they bear. Thread-safe.
 *
 * <p>Every stream is cold: each subscription is a run, a comparison or a search of its own, nothing starts before, and cancel ends
 * what it started. Demand is obeyed; a slow subscriber slows its own run and nobody else's. What is wrong with a request
 * comes as an error before anything starts: {@link io.fluxlab.error.InvalidRequestException} names every field,
 * {@link io.fluxlab.error.RejectedRequestException} the limit.
 */
public interface Lab {

    /** The workloads that can be run: the user's own, then general ones, then the lecture's, then traps, each by name. */
    Flux<WorkloadInfo> workloads();

    /** The lanes there are, from the simplest on, also those that are not available here. */
    Flux<LaneInfo> lanes();

    /**
     * Runs a workload on a lane. Ends in one {@code run-finished}, whatever became of the tasks; fails with
     * {@link io.fluxlab.error.BrokenRunException} where the run itself broke.
     */
    Flux<RunEvent> run(RunRequest request);

    /**
     * Runs a workload on a lane, steered: {@code commands} is subscribed when the run starts and cancelled when it ends. Its completion
     * means nothing; its error cancels the run.
     */
    Flux<RunEvent> steer(RunRequest request, Publisher<SteerCommand> commands);

    /**
     * Compares lanes. Ends in one {@code verdict}; fails with {@link io.fluxlab.error.BrokenRunException} where a task
     * fails or the lanes disagree on the results.
     */
    Flux<ComparisonEvent> compare(ComparisonRequest request);

    /**
     * Finds the highest rate at which each lane meets the objectives. Ends in one {@code capacity-finished}, also where the
     * time is up; fails with {@link io.fluxlab.error.BrokenRunException} where a run breaks.
     */
    Flux<CapacityEvent> capacity(CapacityRequest request);

    /**
     * What is wrong with a request, as far as it can be told here and now without running it: nothing, where another lab
     * has to be asked.
     */
    default List<FieldError> mistakes(RunRequest request) {
        return List.of();
    }

    /** What is wrong with a comparison's request, as far as it can be told here and now. */
    default List<FieldError> mistakes(ComparisonRequest request) {
        return List.of();
    }

    /** What is wrong with a search's request, as far as it can be told here and now. */
    default List<FieldError> mistakes(CapacityRequest request) {
        return List.of();
    }

    /**
     * Fails as a run of this would before it starts, as far as that can be told at the cost of reading the request: for
     * whoever has to wait before it can run.
     *
     * @throws io.fluxlab.error.LabException where it would be refused
     */
    default void check(RunRequest request) {
        check(mistakes(request));
    }

    /**
     * Fails as a comparison of this would before it starts, as far as that can be told at the cost of reading the request.
     *
     * @throws io.fluxlab.error.LabException where it would be refused
     */
    default void check(ComparisonRequest request) {
        check(mistakes(request));
    }

    /**
     * Fails as a search of this would before it starts, as far as that can be told at the cost of reading the request.
     *
     * @throws io.fluxlab.error.LabException where it would be refused
     */
    default void check(CapacityRequest request) {
        check(mistakes(request));
    }

    private static void check(List<FieldError> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException(mistakes);
        }
    }
}
