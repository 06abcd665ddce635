package io.fluxlab.comparison;

import java.util.List;

/**
 * What a comparison runs, by name, whichever fields of its request say so. Immutable.
 *
 * @param workloads each once: those of its variants, or its own
 * @param lanes with their settings, or placements, which name lanes; of a search for the best, the lanes that it places stages on
 */
public record Compared(List<String> workloads, List<String> lanes) {

    /** On these a search places stages where its request names no lanes. */
    public static final List<String> USUAL_CANDIDATES = List.of("event-loop", "parallel", "bounded-elastic");

    public Compared {
        workloads = List.copyOf(workloads);
        lanes = List.copyOf(lanes);
    }

    /** What this request names. */
    public static Compared of(ComparisonRequest request) {
        return new Compared(workloads(request), lanes(request));
    }

    private static List<String> workloads(ComparisonRequest request) {
        return request.variants() == null
                ? List.of(request.workload())
                : request.variants().stream()
                        .map(variant -> variant.workload() == null ? request.workload() : variant.workload())
                        .distinct()
                        .toList();
    }

    private static List<String> lanes(ComparisonRequest request) {
        if (request.searchesPlacements()) {
            return request.candidates().isEmpty() ? USUAL_CANDIDATES : request.candidates();
        }
        return request.placements() == null ? request.lanes() : request.placements();
    }
}
