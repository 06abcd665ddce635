package io.fluxlab.diagnosis;

import java.util.Optional;

/** What to try against a cause, where that is something that a lab can do by itself. Stateless. */
final class Remedies {

    private static final String PARALLEL = "parallel";
    private static final String VIRTUAL = "virtual";
    private static final String BOUNDED_ELASTIC = "bounded-elastic";
    private static final String EVENT_LOOP = "event-loop";

    /** Beyond that, threads are no pool any more. */
    private static final int MOST_THREADS = 256;

    private Remedies() {}

    static Optional<Remedy> of(Suspicion suspicion, Evidence evidence) {
        String lane = evidence.outline().lane();
        return switch (suspicion.cause()) {
            case CPU_BOUND ->
                isNarrow(evidence)
                        ? Optional.of(Remedy.lane(PARALLEL))
                        : otherThan(lane, PARALLEL, evidence.machine().cpus() > 1 && isAlone(evidence));
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
        int tasks = tasks(evidence);
        boolean allAtOnce =
                evidence.outline().atOnce() >= tasks && evidence.samples().tasks() > tasks / 2.0;
        if (holdsThread && !allAtOnce && isBounded(evidence)) {
            return Optional.of(largerPool(tasks));
        }
        String better = !holdsThread ? EVENT_LOOP : suspicion.detail().equals("native") ? BOUNDED_ELASTIC : VIRTUAL;
        return otherThan(evidence.outline().lane(), better, tasks > 1 && !allAtOnce);
    }

    private static Optional<Remedy> places(Suspicion suspicion, Evidence evidence) {
        Double places = suspicion.figures().get("places");
        if (places == null && isBounded(evidence)) {
            return Optional.of(largerPool(tasks(evidence)));
        }
        return places == null || places < 1
                ? Optional.empty()
                : Optional.of(Remedy.atMost(evidence.outline().lane(), (int) Math.round(places)));
    }

    /** Whether somebody has given the lane {@code parallel} fewer threads than there are CPUs, and tasks wait for them. */
    private static boolean isNarrow(Evidence evidence) {
        Outline outline = evidence.outline();
        return outline.lane().startsWith(PARALLEL + ":")
                && outline.atOnce() < Math.min(evidence.machine().cpus(), tasks(evidence));
    }

    private static int tasks(Evidence evidence) {
        return evidence.outline().tasks() / Math.max(1, evidence.outline().runs());
    }

    /** Whether somebody has set how many threads the lane has, or how many tasks may wait for one. */
    private static boolean isBounded(Evidence evidence) {
        return evidence.outline().lane().startsWith(BOUNDED_ELASTIC + ":");
    }

    private static Remedy largerPool(int tasks) {
        return Remedy.lane(BOUNDED_ELASTIC + ":threads=" + Math.clamp(tasks, 1, MOST_THREADS));
    }

    private static Optional<Remedy> otherThan(String lane, String other, boolean isWorthwhile) {
        return isWorthwhile && !lane.equals(other) && !lane.startsWith(other + ":")
                ? Optional.of(Remedy.lane(other))
                : Optional.empty();
    }
}
