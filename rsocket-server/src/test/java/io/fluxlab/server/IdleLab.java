package io.fluxlab.server;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.FieldError;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * A lab that judges requests as another one does, and runs none of them.
 *
 * @param lab judges
 */
record IdleLab(Lab lab) implements Lab {

    private static final RunEvent BEGUN = new RunEvent.TaskStarted(0, 0, 0, "idle", "nobody");

    @Override
    public Flux<WorkloadInfo> workloads() {
        return lab.workloads();
    }

    @Override
    public Flux<LaneInfo> lanes() {
        return lab.lanes();
    }

    @Override
    public Flux<RunEvent> run(RunRequest request) {
        return Flux.empty();
    }

    /** Says that it begins, and the same again for every command. */
    @Override
    public Flux<RunEvent> steer(RunRequest request, Publisher<SteerCommand> commands) {
        return Flux.<RunEvent>just(BEGUN).concatWith(Flux.from(commands).map(command -> BEGUN));
    }

    @Override
    public Flux<ComparisonEvent> compare(ComparisonRequest request) {
        return Flux.empty();
    }

    @Override
    public Flux<CapacityEvent> capacity(CapacityRequest request) {
        return Flux.empty();
    }

    @Override
    public List<FieldError> mistakes(RunRequest request) {
        return lab.mistakes(request);
    }

    @Override
    public List<FieldError> mistakes(ComparisonRequest request) {
        return lab.mistakes(request);
    }

    @Override
    public List<FieldError> mistakes(CapacityRequest request) {
        return lab.mistakes(request);
    }
}
