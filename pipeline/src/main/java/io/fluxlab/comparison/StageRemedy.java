package io.fluxlab.comparison;

import io.fluxlab.diagnosis.Cause;
import io.fluxlab.measure.StageUse;
import io.fluxlab.measure.StageUse.Returns;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the stages of a pipeline belong, as far as what they took shows it. Stateless. */
final class StageRemedy {

    /** What another place for a stage may change. */
    private static final Set<Cause> CAUSES = EnumSet.of(
            Cause.CPU_BOUND, Cause.WAITING, Cause.SERIALISED, Cause.POOL_EXHAUSTED, Cause.HOP_BOUND, Cause.UNKNOWN);

    private static final String HOME = "event-loop";

    /** A call that takes less is not worth a hop. */
    private static final long WORTH_A_HOP_NANOS = 50_000;

    private static final double MOSTLY = 0.5;

    private static final int CPUS = Runtime.getRuntime().availableProcessors();

    private StageRemedy() {}

    /**
     * The placement to try: what is asynchronous stays with the event loop, what computes goes to {@code parallel}, what holds
     * a thread and waits to {@code bounded-elastic}, and what is cheap stays with the stage before. Empty where the CPU time of
     * stages is not known, or they are no matter of this cause.
     */
    static Optional<String> placement(Cause cause, List<StageUse> stages) {
        if (stages.size() < 2 || !CAUSES.contains(cause) || stages.stream().anyMatch(StageRemedy::isUnknown)) {
            return Optional.empty();
        }
        List<String> placed = new ArrayList<>();
        for (StageUse stage : stages) {
            String lane = lane(stage);
            if (lane != null) {
                placed.add(stage.stage() + "@" + lane);
            }
        }
        return Optional.of(placed.isEmpty() ? HOME : String.join(",", placed));
    }

    private static boolean isUnknown(StageUse stage) {
        return stage.calls() == 0 || (!isAsynchronous(stage) && stage.cpuNanos() == null);
    }

    private static @Nullable String lane(StageUse stage) {
        if (isAsynchronous(stage)) {
            return HOME;
        }
        if (stage.workNanos() < WORTH_A_HOP_NANOS * stage.calls()) {
            return null;
        }
        long cpuNanos = Objects.requireNonNull(stage.cpuNanos());
        return cpuNanos > MOSTLY * computing(stage) * stage.workNanos() ? "parallel" : "bounded-elastic";
    }

    /** The share of a call's time that it would have a CPU if it did nothing but compute, as many as there were at once. */
    private static double computing(StageUse stage) {
        return Math.min(1, (double) CPUS / Math.max(1, stage.maxAtOnce()));
    }

    /** Its function holds no thread: what it returns comes later. */
    private static boolean isAsynchronous(StageUse stage) {
        return (stage.returns() == Returns.PUBLISHER && stage.waitNanos() > stage.workNanos())
                || stage.returns() == Returns.FUTURE;
    }
}
