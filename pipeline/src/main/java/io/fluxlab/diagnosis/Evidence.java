package io.fluxlab.diagnosis;

import io.fluxlab.measure.KernelTime;
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

    /** CPUs that have nothing to do for more of the time than this are not what tasks wait for. */
    private static final double MUCH_IDLE = 0.4;

    /** Less than this of what the tasks could use is hardly any. */
    private static final double HARDLY_ANY = 0.4;

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

    /** Where the tasks compute most, by the user's own frames; empty where neither the recorder nor a look has seen it. */
    List<String> hottest() {
        return recorded.hot().stream()
                .map(Recorded.Hot::at)
                .filter(at -> !at.isEmpty())
                .findFirst()
                .or(() -> samples.most(site -> site.activity() == Activity.RUNNING)
                        .map(Site::at))
                .orElse(List.of());
    }

    /** CPU time of the process for each call. */
    long cpuNanosPerCall() {
        return machine.cpuNanos() / Math.max(1, (long) outline.tasks() * outline.calls());
    }

    /** How often the process's threads gave way to others in a second; 0 where that is not known. */
    double switchesPerSecond() {
        Long switches = machine.contextSwitches();
        return switches == null || outline.wallNanos() == 0 ? 0 : switches * 1e9 / outline.wallNanos();
    }

    /** Whether the CPUs had something to do for most of the time, as far as that is known. */
    boolean keepsCpusBusy() {
        KernelTime kernel = machine.kernel();
        return kernel != null && kernel.idleNanos() < MUCH_IDLE * machine.cpus() * outline.wallNanos();
    }

    /** Whether threads that could run had hardly any CPU time, since others had it. */
    boolean isStarved() {
        return cpuShareGot() < HARDLY_ANY && !hadCpusToItself();
    }

    /**
     * Whether threads that look as if they ran had hardly any CPU time, and nobody else had it: they wait in native code, of
     * which the JVM does not know.
     */
    boolean waitsInNativeCode() {
        return cpuShareGot() < HARDLY_ANY && hadCpusToItself();
    }

    /** Whether CPUs had nothing to do for most of the time that the tasks' threads could have used and did not. */
    private boolean hadCpusToItself() {
        KernelTime kernel = machine.kernel();
        double missing = (1 - cpuShareGot()) * wanted() * outline.wallNanos();
        return kernel != null && kernel.idleNanos() > missing / 2;
    }

    /** How many CPUs tasks could have used. */
    private double wanted() {
        return Math.min(
                machine.cpus(),
                samples.atOnce(site -> site.activity() == Activity.RUNNING || site.activity() == Activity.SPINNING));
    }

    /** Which part of the CPUs that tasks could have used they got, from 0 to 1; 1 where they asked for hardly any. */
    double cpuShareGot() {
        double wanted = wanted();
        Long used = machine.taskCpuNanos();
        long nanos = machine.collectorNanos() + (used == null ? machine.cpuNanos() : used);
        return wanted < LEAST_WANTED || outline.wallNanos() == 0
                ? 1
                : Math.min(1, nanos / (wanted * outline.wallNanos()));
    }
}
