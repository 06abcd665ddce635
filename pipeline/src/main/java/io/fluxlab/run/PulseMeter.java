package io.fluxlab.run;

import io.fluxlab.lane.LaneSession;
import io.fluxlab.loop.Bystander;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.ProcessVitals;
import io.fluxlab.measure.RemoteUse;

/** Measures a run's vital signs from one look to the next. Confined to one thread. */
final class PulseMeter {

    private final RunClock clock;
    private final LaneSession session;
    private final Observation observation;
    private long lastNanos;
    private long lastCpuNanos;

    PulseMeter(RunContext context, Observation observation) {
        this.clock = context.clock();
        this.session = context.session();
        this.observation = observation;
    }

    /** Measures from now on. */
    void start() {
        lastNanos = clock.nanoTime();
        lastCpuNanos = ProcessVitals.cpuNanosNow() + session.remoteUse().cpuNanos();
    }

    /** There is nothing to measure any more. */
    void stop() {
        observation.place().leave();
    }

    /** The vital signs since the previous look. */
    RunSignal.VitalSigns look() {
        long now = clock.nanoTime();
        RemoteUse remote = session.remoteUse();
        long cpuNanos = ProcessVitals.cpuNanosNow() + remote.cpuNanos();
        double cpus = (double) (cpuNanos - lastCpuNanos) / Math.max(1, now - lastNanos);
        lastNanos = now;
        lastCpuNanos = cpuNanos;
        Latency bystander = observation.bystander().map(Bystander::interval).orElse(Latency.NONE);
        observation.place().tell(bystander);
        Runtime jvm = Runtime.getRuntime();
        return new RunSignal.VitalSigns(
                clock.nanos(now),
                bystander,
                cpus,
                ProcessVitals.threadsNow() + remote.threads(),
                jvm.totalMemory() - jvm.freeMemory() + remote.heapBytes(),
                observation.canaries().intervals());
    }
}
