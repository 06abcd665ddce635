package io.fluxlab.server;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A lab with a mistake in it. */
record BrokenLab(Lab lab) implements Lab {

    @Override
    public Flux<WorkloadInfo> workloads() {
        throw new IllegalStateException("secret");
    }

    @Override
    public Flux<LaneInfo> lanes() {
        return lab.lanes();
    }

    @Override
    public Flux<RunEvent> run(RunRequest request) {
        return lab.run(request);
    }

    @Override
    public Flux<RunEvent> steer(RunRequest request, Publisher<SteerCommand> commands) {
        return lab.steer(request, commands);
    }

    @Override
    public Flux<ComparisonEvent> compare(ComparisonRequest request) {
        return lab.compare(request);
    }

    @Override
    public Flux<CapacityEvent> capacity(CapacityRequest request) {
        return lab.capacity(request);
    }
}
