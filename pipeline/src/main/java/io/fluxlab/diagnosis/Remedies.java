package io.fluxlab.diagnosis;

import java.util.Optional;

/** What to try against a cause, where that is something that a lab can do by itself. Stateless. */
final class Remedies {

    private static final String PARALLEL = "parallel";
    private static final String VIRTUAL = "virtual";
    private static final String BOUNDED_ELASTIC = "bounded-elastic";
    private static final String EVENT_LOOP = "event-loop";

    private Remedies() {}

    static Optional<Remedy> of(Suspicion suspicion, Evidence evidence) {
        String lane = evidence.outline().lane();
        return switch (suspicion.cause()) {
            case CPU_BOUND -> otherThan(lane, PARALLEL, evidence.machine().cpus() > 1 && isAlone(evidence));
            case WAITING -> waiting(suspicion, evidence);
            case PINNED -> Optional.of(Remedy.lane(BOUNDED_ELASTIC));
            case POOL_EXHAUSTED -> places(suspicion, evidence);
            case GARBAGE_BOUND ->
                evidence.outline().atOnce() > evidence.machine().cpus()
                        ? Optional.of(Remedy.atMost(lane, evidence.machine().cpus()))
                        : Optional.empty();
            case SILENT,
                    OVERFLOW,
                    NOTHING_TO_DO,
                    STARVED_MACHINE,
                    SPINNING,
                    SERIALISED,
                    HOP_BOUND,
                    LEFT_THE_LANE,
                    UNKNOWN -> Optional.empty();
        };
    }

    /** Whether the lane runs one task after the other. */
    private static boolean isAlone(Evidence evidence) {
        return evidence.samples().tasks() < 1.5;
    }

    private static Optional<Remedy> waiting(Suspicion suspicion, Evidence evidence) {
        boolean holdsThread = !suspicion.detail().equals("signal");
        int tasks = evidence.outline().tasks() / Math.max(1, evidence.outline().runs());
        boolean allAtOnce =
                evidence.outline().atOnce() >= tasks && evidence.samples().tasks() > tasks / 2.0;
        return otherThan(evidence.outline().lane(), holdsThread ? VIRTUAL : EVENT_LOOP, tasks > 1 && !allAtOnce);
    }

    private static Optional<Remedy> places(Suspicion suspicion, Evidence evidence) {
        Double places = suspicion.figures().get("places");
        return places == null || places < 1
                ? Optional.empty()
                : Optional.of(Remedy.atMost(evidence.outline().lane(), (int) Math.round(places)));
    }

    private static Optional<Remedy> otherThan(String lane, String other, boolean isWorthwhile) {
        return isWorthwhile && !lane.equals(other) && !lane.startsWith(other + ":")
                ? Optional.of(Remedy.lane(other))
                : Optional.empty();
    }
}
