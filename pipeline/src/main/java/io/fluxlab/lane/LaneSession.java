package io.fluxlab.lane;

import io.fluxlab.canary.SharedResource;
import io.fluxlab.measure.NetworkUse;
import io.fluxlab.measure.RemoteUse;
import io.fluxlab.measure.ThreadCpuClock;
import io.fluxlab.trace.Tracer;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A lane's schedulers, made for one run. Thread-safe. */
public interface LaneSession {

    /**
     * Completes once tasks can run: the subject's plan is open wherever they will. Before the clock starts. Lazy; called
     * once, before anything else.
     *
     * @param home the run's home loop
     */
    default Mono<Void> open(Subject subject, EventLoop home) {
        return subject.plan().open(home);
    }

    /** Says what will be asked for: for lanes that have tasks under way before that. Called once, before the first strand. */
    default void foresee(Upcoming upcoming) {}

    /** A new strand for one task at a time; it serves one task after the other until the session is closed. */
    Strand strand();

    /** Whether one strand starts the next task while earlier ones wait: interleaving, as an event loop does. */
    default boolean interleaves() {
        return false;
    }

    /** Chooses who runs a task, and names it. Called once per task, on the strand, just before {@link #body}. */
    default String assign(int task) {
        return Thread.currentThread().getName();
    }

    /** The task's body as this lane runs it. */
    default Publisher<?> body(Plan plan, int task, TaskContext context) {
        return plan.body(task, context);
    }

    /** Makes a task's blocking call. */
    default <T> T blocking(Callable<T> call) throws Exception {
        return call.call();
    }

    /** Where a stage of a pipeline was placed; null where it is the task's own thread, or nobody has placed it. */
    default @Nullable Scheduler schedulerOf(String stage) {
        return null;
    }

    /** The names of the threads that are the lane's although no task starts on them, without the numbers at their ends. */
    default Set<String> stageThreads() {
        return Set.of();
    }

    /**
     * What tasks share here with others beside the home loop, and can harm: canaries are put beside it. Asked once, before
     * the first strand.
     */
    default List<SharedResource> shares() {
        return List.of();
    }

    /** Called at every checkpoint of every task, on the task's thread. */
    default void checkpoint() {}

    /** Takes down from now on what threads do with what they share here, such as a lock. Called once at most, before the first strand. */
    default void trace(Tracer tracer) {}

    /** The CPU time of a task that has just ended, as far as it ran outside this JVM; else it is read off its thread. */
    default long remoteCpuNanos(int task) {
        return ThreadCpuClock.UNKNOWN;
    }

    /** What the run has used outside this JVM, as far as is known: cheap, for pulses. */
    default RemoteUse remoteUse() {
        return RemoteUse.NONE;
    }

    /** What processes elsewhere have used to the last, for the run's summary, once all tasks have ended. Starts at subscription. */
    default Mono<RemoteUse> finalRemoteUse() {
        return Mono.just(RemoteUse.NONE);
    }

    /**
     * What the run has had to do with the network between this JVM and those that tasks run in, by now; null where that is no
     * network. Asked after {@link #finalRemoteUse}.
     */
    default @Nullable NetworkUse networkUse() {
        return null;
    }

    /** The most threads of the operating system that this session had at once, without the home loop. */
    int peakThreads();

    /** Completes once every thread of this session has ended, or was interrupted and ignored it. Starts at subscription. */
    Mono<Void> close();
}
