package io.fluxlab.server.offer;

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

/** A lab as far as it is offered. Thread-safe if the lab is. */
record OfferedLab(Lab lab, Offer offer) implements Lab {

    @Override
    public Flux<WorkloadInfo> workloads() {
        return lab.workloads()
                .filter(workload -> offer.workloads().refusal(workload.name()).isEmpty());
    }

    @Override
    public Flux<LaneInfo> lanes() {
        return lab.lanes().filter(lane -> offer.lanes().refusal(lane.name()).isEmpty());
    }

    @Override
    public Flux<RunEvent> run(RunRequest request) {
        return Flux.defer(() -> {
            checkOffered(request);
            return lab.run(request);
        });
    }

    @Override
    public Flux<RunEvent> steer(RunRequest request, Publisher<SteerCommand> commands) {
        return Flux.defer(() -> {
            checkOffered(request);
            return lab.steer(request, commands);
        });
    }

    @Override
    public Flux<ComparisonEvent> compare(ComparisonRequest request) {
        return Flux.defer(() -> {
            checkOffered(request);
            return lab.compare(request);
        });
    }

    @Override
    public Flux<CapacityEvent> capacity(CapacityRequest request) {
        return Flux.defer(() -> {
            checkOffered(request);
            return lab.capacity(request);
        });
    }

    @Override
    public void check(RunRequest request) {
        checkOffered(request);
        lab.check(request);
    }

    @Override
    public void check(ComparisonRequest request) {
        checkOffered(request);
        lab.check(request);
    }

    @Override
    public void check(CapacityRequest request) {
        checkOffered(request);
        lab.check(request);
    }

    private void checkOffered(RunRequest request) {
        new OfferCheck(offer).check(request);
    }

    private void checkOffered(ComparisonRequest request) {
        new OfferCheck(offer).check(request);
    }

    private void checkOffered(CapacityRequest request) {
        new OfferCheck(offer).check(request);
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
