package io.fluxlab.scenario.script;

import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.WorkloadInfo;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What a lab has, for scripts to be held against. Immutable. */
public record LabListing(List<WorkloadInfo> workloads, List<LaneInfo> lanes) {

    public LabListing {
        workloads = List.copyOf(workloads);
        lanes = List.copyOf(lanes);
    }

    /** Asks the lab, at subscription. */
    public static Mono<LabListing> of(Lab lab) {
        return Mono.zip(lab.workloads().collectList(), lab.lanes().collectList(), LabListing::new);
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
}
