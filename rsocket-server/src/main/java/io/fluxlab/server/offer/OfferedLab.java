package io.fluxlab.server.offer;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.FieldErrors;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.parameter.Names;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import java.util.List;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A lab as far as it is offered. Thread-safe if the lab is. */
record OfferedLab(Lab lab, Offer offer) implements Lab {

    private static final String NOT_OFFERED = "not-offered";

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
        checkOffered(request.workload(), "lane", List.of(request.lane()));
    }

    private void checkOffered(ComparisonRequest request) {
        checkOffered(request.workload(), "lanes", request.lanes());
    }

    private void checkOffered(CapacityRequest request) {
        checkOffered(request.workload(), "lanes", request.lanes());
    }

    private void checkOffered(String workload, String field, List<String> lanes) {
        FieldErrors errors = new FieldErrors();
        offer.workloads()
                .refusal(workload)
                .ifPresent(why -> errors.add("workload", workload, message("workload", workload, why)));
        for (int i = 0; i < lanes.size() && !errors.isFull(); i++) {
            String lane = lanes.get(i);
            String path = field.equals("lane") ? field : field + "[" + i + "]";
            String name = withoutSettings(lane);
            offer.lanes().refusal(name).ifPresent(why -> errors.add(path, lane, message("lane", name, why)));
        }
        if (!errors.isEmpty()) {
            List<FieldError> found = errors.found();
            throw new RejectedRequestException(
                    NOT_OFFERED, found.stream().map(FieldError::message).collect(Collectors.joining("; ")), found);
        }
    }

    private static String withoutSettings(String lane) {
        int settings = lane.indexOf(':');
        return settings < 0 ? lane : lane.substring(0, settings);
    }

    private static String message(String what, String name, String why) {
        return "the %s %s is not offered here: %s".formatted(what, Names.shortened(name), why);
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
