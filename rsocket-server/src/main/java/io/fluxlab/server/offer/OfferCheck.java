package io.fluxlab.server.offer;

import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.Compared;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.comparison.Variant;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.FieldErrors;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.parameter.Names;
import io.fluxlab.run.RunRequest;
import io.fluxlab.stage.Placement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds what a request names and is not offered, in every field that can name a workload or a lane. Not thread-safe: one for
 * each request.
 */
final class OfferCheck {

    private static final String NOT_OFFERED = "not-offered";

    /** Runs in JVMs of their own are child processes as this lane's are. */
    private static final String PROCESS = "process";

    private final Offer offer;
    private final FieldErrors errors = new FieldErrors();

    OfferCheck(Offer offer) {
        this.offer = offer;
    }

    /** @throws RejectedRequestException naming what is not offered */
    void check(RunRequest request) {
        checkWorkload("workload", request.workload());
        String placement = request.placement();
        if (placement == null || !placement.equals(request.lane())) {
            checkLane("lane", request.lane());
        }
        if (placement != null) {
            checkLane("placement", placement);
        }
        end();
    }

    /** @throws RejectedRequestException naming what is not offered */
    void check(ComparisonRequest request) {
        checkWorkload("workload", request.workload());
        List<Variant> variants = request.variants() == null ? List.of() : request.variants();
        for (int i = 0; i < variants.size() && !errors.isFull(); i++) {
            String workload = variants.get(i).workload();
            if (workload != null) {
                checkWorkload("variants[" + i + "].workload", workload);
            }
        }
        List<String> placements = request.placements() == null ? List.of() : request.placements();
        if (request.searchesPlacements()) {
            boolean namesNone = request.candidates().isEmpty();
            checkLanes(namesNone ? "placements" : "lanes", Compared.of(request).lanes());
        } else {
            checkLanes("placements", placements);
            checkLanes("lanes", placements.isEmpty() ? request.lanes() : request.candidates());
        }
        if (Boolean.TRUE.equals(request.isolate())) {
            offer.lanes()
                    .refusal(PROCESS)
                    .ifPresent(why -> errors.add(
                            "isolate",
                            true,
                            "runs in JVMs of their own are not offered here, as the lane %s is not: %s"
                                    .formatted(PROCESS, why)));
        }
        end();
    }

    /** @throws RejectedRequestException naming what is not offered */
    void check(CapacityRequest request) {
        checkWorkload("workload", request.workload());
        checkLanes("lanes", request.lanes());
        end();
    }

    private void checkWorkload(String field, String workload) {
        offer.workloads()
                .refusal(workload)
                .ifPresent(why -> errors.add(field, workload, message("workload", workload, why)));
    }

    private void checkLanes(String field, List<String> lanes) {
        for (int i = 0; i < lanes.size() && !errors.isFull(); i++) {
            checkLane(field + "[" + i + "]", lanes.get(i));
        }
    }

    /** A lane with its settings, or a placement on several: each field that takes the one takes the other. */
    private void checkLane(String field, String text) {
        for (String lane : Placement.lanesIn(text)) {
            if (errors.isFull()) {
                return;
            }
            String name = withoutSettings(lane);
            Optional<String> refusal = offer.lanes().refusal(name);
            refusal.ifPresent(why -> errors.add(field, text, message("lane", name, why)));
        }
    }

    private void end() {
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
}
