package io.fluxlab.diagnosis;

import java.util.List;
import java.util.Optional;

/** The garbage collector takes the time, or memory is filled as fast as it can be. Stateless. */
final class GarbageBound implements Rule {

    private static final double WORTH = 0.2;

    /** Of so little, the collector has nothing to do: what it does is somebody else's. */
    private static final double LITTLE_PER_CPU_SECOND = 3e8;

    /** Bytes that are allocated for each second of CPU time where to clear them is most of the work. */
    private static final double MUCH_PER_CPU_SECOND = 3e9;

    @Override
    public Cause cause() {
        return Cause.GARBAGE_BOUND;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        Machine machine = evidence.machine();
        double share = (double) machine.collectorNanos()
                / Math.max(1, Math.max(evidence.outline().wallNanos(), machine.cpuNanos()));
        Long ofTasks = machine.taskCpuNanos();
        long cpuNanos = ofTasks == null || ofTasks == 0 ? machine.cpuNanos() : ofTasks;
        double perCpuSecond = machine.allocatedBytes() / Math.max(1e-9, cpuNanos / 1e9);
        if (perCpuSecond < LITTLE_PER_CPU_SECOND) {
            return Optional.empty();
        }
        boolean isBusy = machine.cpuNanos() > evidence.outline().wallNanos() / 2;
        if (share < WORTH && !(isBusy && perCpuSecond > MUCH_PER_CPU_SECOND)) {
            return Optional.empty();
        }
        return Optional.of(Suspicion.of(cause(), share < WORTH ? "allocation" : "collector", share)
                .at(evidence.recorded().hot().stream()
                        .map(Recorded.Hot::at)
                        .findFirst()
                        .orElse(List.of()))
                .with(
                        "bytesPerSecond",
                        machine.allocatedBytes()
                                * 1e9
                                / Math.max(1, evidence.outline().wallNanos())));
    }
}
