package io.fluxlab.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.canary.CanaryReading;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.NetworkUse;
import io.fluxlab.measure.StageUse;
import io.fluxlab.trail.Assembly;
import io.fluxlab.trail.HopPath;
import io.fluxlab.trail.PlaceOfWork;
import io.fluxlab.trail.Wait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run's figures. Immutable. CPU time, allocation and context switches are those of the whole process while the run
 * went on, and of the processes that its lane has made: exact for a run that is alone, as in a comparison.
 *
 * @param tasks how many tasks started
 * @param failed how many of them failed or were cancelled
 * @param items how many items all tasks emitted
 * @param wallNanos from the moment the first task could start to the end of the last one
 * @param cpuNanos CPU time of the processes in that time
 * @param allocatedBytes heap bytes that they allocated in that time
 * @param peakThreads the most platform threads that the lane had at once, the home loop among them, and all threads of
 *     processes that it has made
 * @param contextSwitches of their threads, where the platform tells; not of a run that is not alone among more than 256
 *     threads
 * @param conflated how many progress events and pulses were replaced by newer ones
 * @param bystander the bystander's latency over the whole run; where more than 20 runs go on in one JVM, it is asked less
 *     often than was wanted, and {@code count} says how often
 * @param places the threads that tasks ended and items arrived on; null where a lab of another version does not say
 * @param assembly what tasks did before anything was subscribed; null likewise
 * @param hops the ways of the tasks from thread to thread; null where nobody asked for them
 * @param waits what tasks were seen waiting for while hardly any CPU time was used, most often first; null where nothing was
 *     seen
 * @param load what came of the load; null where all tasks were there from the beginning
 * @param stages what the stages of the workload's pipeline took; null where it has none
 * @param canaries how late those were that were beside what else the tasks share; null where there were none
 * @param network what lay between this JVM and those that tasks ran in; null where that is no network
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunSummary(
        int tasks,
        int failed,
        long items,
        long wallNanos,
        long cpuNanos,
        long allocatedBytes,
        int peakThreads,
        @Nullable Long contextSwitches,
        long conflated,
        Latency bystander,
        @Nullable List<PlaceOfWork> places,
        @Nullable Assembly assembly,
        @Nullable List<HopPath> hops,
        @Nullable List<Wait> waits,
        @Nullable LoadSummary load,
        @Nullable List<StageUse> stages,
        @Nullable List<CanaryReading> canaries,
        @Nullable NetworkUse network) {

    public RunSummary {
        places = places == null ? null : List.copyOf(places);
        hops = hops == null ? null : List.copyOf(hops);
        waits = waits == null ? null : List.copyOf(waits);
        stages = stages == null ? null : List.copyOf(stages);
        canaries = canaries == null ? null : List.copyOf(canaries);
    }

    /** A summary of a run of which nobody watched where it was. */
    public RunSummary(
            int tasks,
            int failed,
            long items,
            long wallNanos,
            long cpuNanos,
            long allocatedBytes,
            int peakThreads,
            @Nullable Long contextSwitches,
            long conflated,
            Latency bystander) {
        this(
                tasks,
                failed,
                items,
                wallNanos,
                cpuNanos,
                allocatedBytes,
                peakThreads,
                contextSwitches,
                conflated,
                bystander,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    RunSummary withConflated(long newConflated) {
        return new RunSummary(
                tasks,
                failed,
                items,
                wallNanos,
                cpuNanos,
                allocatedBytes,
                peakThreads,
                contextSwitches,
                newConflated,
                bystander,
                places,
                assembly,
                hops,
                waits,
                load,
                stages,
                canaries,
                network);
    }

    /** This summary with what came of the load. */
    public RunSummary withLoad(LoadSummary newLoad) {
        return new RunSummary(
                tasks,
                failed,
                items,
                wallNanos,
                cpuNanos,
                allocatedBytes,
                peakThreads,
                contextSwitches,
                conflated,
                bystander,
                places,
                assembly,
                hops,
                waits,
                newLoad,
                stages,
                canaries,
                network);
    }

    /** How many CPUs the run kept busy, on average. */
    public double cpus() {
        return wallNanos == 0 ? 0 : (double) cpuNanos / wallNanos;
    }
}
