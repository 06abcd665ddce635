package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.measure.StageUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the stages of a placement took, over the rounds that count. Immutable.
 *
 * @param lane the placement
 * @param decides the stage that decides how long a run takes
 * @param isBusy whether it does so because its threads, or the CPUs, are busy with it most of the time; else because elements
 *     spend most of their time in it
 * @param hops how many hops an element has on its way
 * @param stages the stages, in their order
 */
public record PlacementFinding(String lane, String decides, boolean isBusy, double hops, List<StageShare> stages) {

    /** Half the time of what it has: more, and it can't be hurried by anything else. */
    private static final double BUSY = 0.5;

    public PlacementFinding {
        stages = List.copyOf(stages);
    }

    /** Where a stage runs, and how many threads run it at once at the most; 0 is any number. */
    public record Place(String stage, String lane, int workers) {}

    /**
     * One stage's part. Immutable.
     *
     * @param stage the stage's name
     * @param lane where it ran
     * @param timeShare its part of the time that elements are on their way, from 0 to 1
     * @param cpuShare its part of the CPU time of all stages; null where that is not known
     * @param busy how much of the time its threads, or the CPUs, are busy with it, from 0 to 1
     * @param workNanos how long a thread is inside its function, for an element
     * @param waitNanos how long what it returned takes to come, for an element
     * @param queueNanos how long an element waits for it
     * @param hops how many hops an element has on the way to it
     * @param hopNanos what a hop costs where nobody waits; null where it never was so
     * @param demand how many elements of one pipeline it asks for at once
     * @param queue how many elements wait for it, on average
     * @param maxQueue the most that waited
     * @param maxAtOnce the most that were in it at once
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StageShare(
            String stage,
            String lane,
            double timeShare,
            @Nullable Double cpuShare,
            double busy,
            long workNanos,
            long waitNanos,
            long queueNanos,
            double hops,
            @Nullable Long hopNanos,
            int demand,
            double queue,
            int maxQueue,
            int maxAtOnce) {}

    /**
     * What these stages took in runs of so many nanoseconds in all.
     *
     * @param places where each stage ran
     * @param cpus how many CPUs there are
     */
    public static PlacementFinding of(String lane, List<StageUse> uses, List<Place> places, long wallNanos, int cpus) {
        double time = Math.max(1, uses.stream().mapToLong(StageUse::timeNanos).sum());
        List<StageShare> shares = new ArrayList<>();
        for (int i = 0; i < uses.size(); i++) {
            shares.add(share(uses.get(i), places.get(i), uses, time, wallNanos, cpus));
        }
        StageShare busiest = first(shares, Comparator.comparingDouble(StageShare::busy));
        StageShare longest = first(shares, Comparator.comparingDouble(StageShare::timeShare));
        boolean isBusy = busiest.busy() >= BUSY;
        return new PlacementFinding(
                lane,
                (isBusy ? busiest : longest).stage(),
                isBusy,
                shares.stream().mapToDouble(StageShare::hops).sum(),
                shares);
    }

    private static StageShare share(
            StageUse use, Place place, List<StageUse> all, double time, long wallNanos, int cpus) {
        long calls = Math.max(1, use.calls());
        double wall = Math.max(1, wallNanos);
        Long cpu = use.cpuNanos();
        double ofCpus = cpu == null ? 0 : cpu / (wall * cpus);
        double ofThreads = place.workers() == 0 ? 0 : use.workNanos() / (wall * place.workers());
        return new StageShare(
                use.stage(),
                place.lane(),
                use.timeNanos() / time,
                cpuShare(cpu, all),
                Math.min(1, Math.max(ofCpus, ofThreads)),
                use.workNanos() / calls,
                use.waitNanos() / calls,
                use.queueNanos() / calls,
                (double) use.hops() / calls,
                use.hopNanos(),
                use.concurrency(),
                use.queueNanos() / wall, // Little's law
                use.maxQueue(),
                use.maxAtOnce());
    }

    private static @Nullable Double cpuShare(@Nullable Long cpu, List<StageUse> all) {
        long sum = 0;
        for (StageUse use : all) {
            Long each = use.cpuNanos();
            if (each == null) {
                return null;
            }
            sum += each;
        }
        return cpu == null ? null : (Double) (cpu / (double) Math.max(1, sum));
    }

    private static StageShare first(List<StageShare> shares, Comparator<StageShare> order) {
        return shares.stream().max(order).orElseThrow();
    }
}
