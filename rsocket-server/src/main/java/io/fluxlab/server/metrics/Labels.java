package io.fluxlab.server.metrics;

import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.run.RunRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request is counted as. A lane is counted without its settings, a comparison or a search by none. Immutable.
 *
 * @param workloads those that the lab knows
 * @param lanes likewise
 */
record Labels(Set<String> workloads, Set<String> lanes) {

    private static final String OTHER = "other";
    private static final String NONE = "none";

    Labels {
        workloads = Set.copyOf(workloads);
        lanes = Set.copyOf(lanes);
    }

    String workload(@Nullable Object data) {
        return switch (data) {
            case RunRequest run -> known(workloads, run.workload());
            case ComparisonRequest comparison -> known(workloads, comparison.workload());
            case CapacityRequest capacity -> known(workloads, capacity.workload());
            case null -> NONE;
            default -> NONE;
        };
    }

    String lane(@Nullable Object data) {
        return data instanceof RunRequest run ? known(lanes, kind(run.lane())) : NONE;
    }

    private static String kind(String lane) {
        int settings = lane.indexOf(':');
        return settings < 0 ? lane : lane.substring(0, settings);
    }

    private static String known(Set<String> names, String name) {
        return names.contains(name) ? name : OTHER;
    }
}
