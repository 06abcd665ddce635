package io.fluxlab.cli;

import io.fluxlab.lab.Lab;
import io.fluxlab.workload.Kind;

/** Where a workload runs of which nobody says where. */
final class UsualLane {

    private static final String ELSE = "parallel";

    private UsualLane() {}

    /** The lane for the kind of this workload; any will do for one that the lab does not know, and will say so. */
    static String of(Lab lab, String workload) {
        return lab.workloads()
                .filter(info -> info.name().equals(workload))
                .next()
                .map(info -> of(info.kind()))
                .blockOptional()
                .orElse(ELSE);
    }

    private static String of(Kind kind) {
        return switch (kind) {
            case CPU -> ELSE;
            case BLOCKING, MIXED -> "bounded-elastic";
            case ASYNC -> "event-loop";
        };
    }
}
