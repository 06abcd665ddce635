package io.fluxlab.diagnosis;

import io.fluxlab.trail.HopPath;
import io.fluxlab.trail.Whereabouts;
import java.util.List;

/**
 * What is known of a workload on a lane from runs that were watched. Immutable.
 *
 * @param outline how they went
 * @param samples where the tasks were when they were looked at
 * @param machine what they used of the machine
 * @param recorded what the flight recorder saw
 * @param whereabouts the threads that had a part in them
 * @param hops the ways of their tasks from thread to thread; empty where none was followed
 */
public record Evidence(
        Outline outline,
        Samples samples,
        Machine machine,
        Recorded recorded,
        Whereabouts whereabouts,
        List<HopPath> hops) {

    private static final double LEAST_WANTED = 0.7;

    public Evidence {
        hops = List.copyOf(hops);
    }

    /** Nothing is known but that tasks on a lane were silent in a run of so many, until it was stopped. */
    public static Evidence ofSilence(String lane, int atOnce, int tasks, Outline.Silence silence) {
        return new Evidence(
                new Outline(lane, atOnce, 1, tasks, 1, silence.tasks(), silence.nanos(), silence, null),
                Samples.NONE,
                Machine.NONE,
                Recorded.NONE,
                Whereabouts.UNKNOWN,
                List.of());
    }

    /** How long a call took, of which a task makes one or several, in nanoseconds. */
    long callNanos() {
        return whereabouts.taskNanos() / outline.calls();
    }

    /** Which part of the CPUs that tasks could have used they got, from 0 to 1; 1 where they asked for hardly any. */
    double cpuShareGot() {
        double wanted = Math.min(
                machine.cpus(),
                samples.atOnce(site -> site.activity() == Activity.RUNNING || site.activity() == Activity.SPINNING));
        Long used = machine.taskCpuNanos();
        long nanos = machine.collectorNanos() + (used == null ? machine.cpuNanos() : used);
        return wanted < LEAST_WANTED || outline.wallNanos() == 0
                ? 1
                : Math.min(1, nanos / (wanted * outline.wallNanos()));
    }
}
