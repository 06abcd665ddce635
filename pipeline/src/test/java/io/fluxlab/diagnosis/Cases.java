package io.fluxlab.diagnosis;

import io.fluxlab.diagnosis.Recorded.Wait;
import io.fluxlab.measure.KernelTime;
import io.fluxlab.trail.Assembly;
import io.fluxlab.trail.HopPath;
import io.fluxlab.trail.HopPath.Stop;
import io.fluxlab.trail.PlaceOfWork.Position;
import io.fluxlab.trail.Whereabouts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence that nobody gathered: a run of 64 tasks in a second, on two CPUs, of which each test says what was different. */
final class Cases {

    static final int LOOKS = 100;
    static final int TASKS = 64;
    private static final long SECOND = 1_000_000_000L;

    private final String lane;
    private final List<Site> sites = new ArrayList<>();
    private double started = 8;
    private int calls = 1;
    private int failed;
    private long cpuNanos = 2 * SECOND;
    private @Nullable Long taskCpuNanos;
    private long collectorNanos;
    private long allocatedBytes;
    private @Nullable Long contextSwitches;
    private @Nullable KernelTime kernel;
    private double largeShare;
    private final List<Wait> waits = new ArrayList<>();
    private Outline.@Nullable Silence silence;
    private Outline.@Nullable Trouble failure;
    private Assembly assembly = new Assembly(0, TASKS * SECOND / 10, 0);
    private List<HopPath> hops = List.of();

    private Cases(String lane) {
        this.lane = lane;
    }

    static Cases on(String lane) {
        return new Cases(lane);
    }

    /** Tasks that take so long go to another thread by this operator. */
    static Cases hop(String via, long taskNanos) {
        return on("immediate")
                .assembly(new Assembly(0, TASKS * taskNanos, 0))
                .hops(new HopPath(1, List.of(new Stop("home", null, 0, 0), new Stop("boundedElastic-1", via, 0, 1))));
    }

    /** So many tasks at once were seen doing this, at each look. */
    Cases doing(Activity activity, double tasks) {
        return doing(activity, null, Position.LANE, activity == Activity.SUSPENDED ? "" : lane, tasks, (int) tasks);
    }

    Cases doing(
            Activity activity, @Nullable String what, Position position, String threads, double tasks, int distinct) {
        sites.add(new Site(
                activity,
                what,
                position,
                threads,
                List.of("com.acme.Orders.save(Orders.java:" + sites.size() + ")"),
                tasks * LOOKS,
                outside(started - tasks),
                distinct));
        return this;
    }

    /** So many threads hand something over at each look, or take it. */
    Cases handing(double threads) {
        sites.add(new Site(
                Activity.RUNNING,
                null,
                Position.ELSEWHERE,
                "parallel",
                List.of("jdk.internal.misc.Unsafe.unpark(Unsafe.java)"),
                threads * LOOKS,
                outside(started - threads),
                (int) threads));
        return this;
    }

    private static Site.Outside outside(double tasks) {
        return new Site.Outside(Math.max(0, tasks), 0, Math.clamp(tasks, 0, 1));
    }

    /** A task takes so long, from its start to its end. */
    Cases taking(long taskNanos) {
        return assembly(new Assembly(0, TASKS * taskNanos, 0));
    }

    /** A task makes so many calls. */
    Cases calls(int ofATask) {
        calls = ofATask;
        return this;
    }

    /** The lab was seen making calls, and was in none. */
    Cases betweenCalls() {
        sites.add(new Site(
                Activity.RUNNING,
                null,
                Position.LANE,
                lane,
                List.of(
                        "java.util.ArrayList.add(ArrayList.java:1)",
                        "io.fluxlab.task.TaskExecution.onNext(TaskExecution.java:1)"),
                LOOKS,
                outside(0),
                1));
        return this;
    }

    Cases started(double tasks) {
        started = tasks;
        return this;
    }

    Cases cpu(double cpus) {
        cpuNanos = (long) (cpus * SECOND);
        taskCpuNanos = cpuNanos;
        return this;
    }

    /** Threads gave way to others so many times. */
    Cases switches(long times) {
        contextSwitches = times;
        return this;
    }

    Cases collector(double share, long bytes) {
        collectorNanos = (long) (share * SECOND);
        allocatedBytes = bytes;
        return this;
    }

    /** Such a part of what was allocated was in large arrays. */
    Cases large(double share) {
        largeShare = share;
        return this;
    }

    /** The kernel was at work for so many CPUs, most of it to give memory; and so many had nothing to do. */
    Cases kernel(double cpus, long touchedBytes, double idle) {
        kernel = new KernelTime((long) (cpus * SECOND), touchedBytes, (long) (idle * SECOND));
        return this;
    }

    Cases waited(Wait... recorded) {
        waits.addAll(Arrays.asList(recorded));
        return this;
    }

    Cases silent(Outline.Silence.How how) {
        silence = new Outline.Silence(3, 2 * SECOND, how, List.of("groupBy"));
        return this;
    }

    Cases failed(int tasks, String code, String message) {
        failed = tasks;
        failure = new Outline.Trouble(code, message, List.of("com.acme.Pool.take(Pool.java:3)"));
        return this;
    }

    Cases assembly(Assembly built) {
        assembly = built;
        return this;
    }

    Cases hops(HopPath path) {
        hops = List.of(path);
        return this;
    }

    Evidence evidence() {
        return new Evidence(
                new Outline(lane, 8, 1, TASKS, calls, failed, SECOND, silence, failure),
                new Samples(LOOKS, started, sites),
                new Machine(2, cpuNanos, taskCpuNanos, collectorNanos, allocatedBytes, contextSwitches, kernel),
                new Recorded(true, List.of(), waits, largeShare),
                new Whereabouts(1, TASKS, List.of(), assembly),
                hops);
    }

    Finding finding() {
        return Diagnosis.of(evidence());
    }
}
