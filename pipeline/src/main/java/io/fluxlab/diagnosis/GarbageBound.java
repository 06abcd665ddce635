package io.fluxlab.diagnosis;

import java.util.Optional;

/** The garbage collector takes the time, or memory is filled as fast as it can be. Stateless. */
final class GarbageBound implements Rule {

    private static final double WORTH = 0.2;

    /** Of so little, the collector has nothing to do: what it does is somebody else's. */
    private static final double LITTLE_PER_CPU_SECOND = 3e8;

    /** What the lab itself allocates in a second, and more: of that, the collector's time is no task's doing. */
    private static final double LITTLE_PER_SECOND = 1e8;

    /** Bytes that are allocated for each second of CPU time where to clear them is most of the work: in large arrays. */
    private static final double MUCH_PER_CPU_SECOND = 2e9;

    /** In objects, much of that time makes them what they are. */
    private static final double MUCH_OF_SMALL_PER_CPU_SECOND = 5e9;

    /** So much it must be where the kernel's part is most of the work. */
    private static final double SOME_PER_CPU_SECOND = 4e8;

    /** Which part of the CPU time may go by in getting memory that the process has not had before. */
    private static final double MUCH_TOUCHING = 0.35;

    private static final double MOST = 0.5;

    @Override
    public Cause cause() {
        return Cause.GARBAGE_BOUND;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        Machine machine = evidence.machine();
        double share = (double) machine.collectorNanos()
                / Math.max(1, Math.max(evidence.outline().wallNanos(), machine.cpuNanos()));
        long between = Math.max(1, evidence.outline().wallNanos() - machine.collectorNanos());
        boolean isCollected = share >= WORTH
                && perSecond(machine, between) >= LITTLE_PER_SECOND
                && perSecond(machine, cpuNanos(machine)) >= LITTLE_PER_CPU_SECOND;
        return isCollected || isFilled(evidence)
                ? Optional.of(Suspicion.of(cause(), isCollected ? "collector" : "allocation", share)
                        .at(evidence.hottest())
                        .with(
                                "bytesPerSecond",
                                perSecond(machine, evidence.outline().wallNanos())))
                : Optional.empty();
    }

    /** Whether the CPUs are busy with clearing memory, or with getting memory that the process has not had before. */
    private static boolean isFilled(Evidence evidence) {
        Machine machine = evidence.machine();
        long touching = machine.touchingNanos();
        long rest = machine.cpuNanos() - touching;
        double rate = Math.max(perSecond(machine, cpuNanos(machine)), perSecond(machine, rest));
        boolean isLarge = evidence.recorded().largeShare() > MOST;
        boolean isTouched =
                touching > MUCH_TOUCHING * machine.cpuNanos() && perSecond(machine, rest) > SOME_PER_CPU_SECOND;
        return machine.cpuNanos() > evidence.outline().wallNanos() / 2
                && (isLarge ? isTouched || rate > MUCH_PER_CPU_SECOND : rate > MUCH_OF_SMALL_PER_CPU_SECOND);
    }

    private static long cpuNanos(Machine machine) {
        Long ofTasks = machine.taskCpuNanos();
        return ofTasks == null || ofTasks == 0 ? machine.cpuNanos() : ofTasks;
    }

    private static double perSecond(Machine machine, long nanos) {
        return machine.allocatedBytes() * 1e9 / Math.max(1, nanos);
    }
}
