package io.fluxlab.server.offer;

import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.WorkloadInfo;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * What of a lab is offered. Immutable.
 *
 * @param workloads by their names
 * @param lanes by their names, without settings: whoever denies {@code gil} denies {@code gil:switchMillis=1}
 */
public record Offer(NamePatterns workloads, NamePatterns lanes) {

    /** The whole lab. */
    public static final Offer ALL = new Offer(NamePatterns.ALL, NamePatterns.ALL);

    public Offer {
        Objects.requireNonNull(workloads, "workloads");
        Objects.requireNonNull(lanes, "lanes");
    }

    /**
     * The lab, as far as it is offered: the rest is not listed, and a request for it is rejected before anything is
     * planned. Lazy; fails with an {@link IllegalArgumentException} where a pattern matches nothing that the lab has.
     */
    public Mono<Lab> of(Lab lab) {
        return Mono.zip(
                        lab.workloads().map(WorkloadInfo::name).collectList(),
                        lab.lanes().map(LaneInfo::name).collectList())
                .map(names -> checked(lab, names.getT1(), names.getT2()));
    }

    private Lab checked(Lab lab, List<String> workloadNames, List<String> laneNames) {
        workloads.check("workload", workloadNames);
        lanes.check("lane", laneNames);
        return new OfferedLab(lab, this);
    }
}
