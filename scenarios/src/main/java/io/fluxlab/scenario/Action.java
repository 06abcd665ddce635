package io.fluxlab.scenario;

import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.run.RunRequest;
import java.util.List;

/** What a step asks of a lab. Immutable. */
public sealed interface Action {

    /** The workload's name. */
    String workload();

    /** The lanes, in the order in which the script names them. */
    List<String> lanes();

    /** The workload once on each lane, one after the other. */
    record Runs(List<RunRequest> requests) implements Action {

        public Runs {
            if (requests.isEmpty()) {
                throw new IllegalArgumentException("runs must be at least 1, were none");
            }
            requests = List.copyOf(requests);
        }

        @Override
        public String workload() {
            return requests.get(0).workload();
        }

        @Override
        public List<String> lanes() {
            return requests.stream().map(RunRequest::lane).toList();
        }
    }

    /** A comparison of the lanes. */
    record Compares(ComparisonRequest request) implements Action {

        @Override
        public String workload() {
            return request.workload();
        }

        @Override
        public List<String> lanes() {
            return request.compared();
        }
    }

    /** What limits the workload on each lane, and whether what may help does; a lane that fails is evidence. */
    record Explains(ComparisonRequest request) implements Action {

        public Explains {
            request = request.explained();
        }

        @Override
        public String workload() {
            return request.workload();
        }

        @Override
        public List<String> lanes() {
            return request.compared();
        }
    }
}
