package io.fluxlab.scenario.script;

import io.fluxlab.error.FieldError;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.scenario.Action;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * What a lab has, for scripts to be held against. Immutable.
 *
 * @param lab says what is wrong with a request as a whole, where it can without being asked over a network
 */
public record LabListing(List<WorkloadInfo> workloads, List<LaneInfo> lanes, Lab lab) {

    public LabListing {
        workloads = List.copyOf(workloads);
        lanes = List.copyOf(lanes);
    }

    /** Asks the lab, at subscription. */
    public static Mono<LabListing> of(Lab lab) {
        return Mono.zip(
                lab.workloads().collectList(),
                lab.lanes().collectList(),
                (workloads, lanes) -> new LabListing(workloads, lanes, lab));
    }

    Optional<WorkloadInfo> workload(String name) {
        return workloads.stream().filter(info -> info.name().equals(name)).findFirst();
    }

    List<String> workloadNames() {
        return workloads.stream().map(WorkloadInfo::name).toList();
    }

    Optional<LaneInfo> lane(String name) {
        return lanes.stream().filter(info -> info.name().equals(name)).findFirst();
    }

    List<String> laneNames() {
        return lanes.stream().map(LaneInfo::name).toList();
    }

    /** What is wrong with the requests of a step, as far as the lab can tell without being asked over a network. */
    List<FieldError> mistakes(Action action) {
        return switch (action) {
            case Action.Runs runs ->
                runs.requests().stream()
                        .flatMap(request -> lab.mistakes(request).stream())
                        .toList();
            case Action.Compares compares -> lab.mistakes(compares.request());
            case Action.Explains explains -> lab.mistakes(explains.request());
        };
    }
}
