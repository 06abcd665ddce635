package io.fluxlab.workload;

import io.fluxlab.trace.Tracer;
import io.netty.channel.EventLoop;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.scheduler.Scheduler;

/** What a running task sees of its run. Methods are called from the task's own body only, unless they say otherwise. */
public interface TaskContext {

    /**
     * A mark on the way: {@code done} of the task's total is done. Serves progress, cancellation and hand-over at once,
     * and costs next to nothing; call it some thousand times a second.
     *
     * @throws java.util.concurrent.CancellationException where the run was cancelled: let it pass
     */
    void checkpoint(long done);

    /**
     * Makes a blocking call, and says so: a lane may give something up meanwhile.
     *
     * @throws Exception what the call throws; {@link InterruptedException} where the run was cancelled
     */
    <T> T blocking(Callable<T> call) throws Exception;

    /**
     * Builds one of the publishers that the body subscribes to, such as that of one of many calls, and returns it. A run
     * tells how much of its time went by in here: before anything was subscribed.
     */
    default <P extends Publisher<?>> P assemble(Supplier<P> part) {
        return part.get();
    }

    /**
     * Says that building such a publisher took so many nanoseconds, where only its end showed that it was one that was being
     * built.
     */
    default void assembled(Publisher<?> part, long nanos) {}

    /**
     * Takes down what the threads of this task do, where the run was asked for a trace; else it does nothing, at the cost of a call.
     * Thread-safe, and for any thread that works for the task.
     */
    default Tracer tracer() {
        return Tracer.NONE;
    }

    /** The home loop as the clock of asynchronous bodies. Thread-safe. Not to be disposed of. */
    Scheduler timer();

    /**
     * The lane itself, for what is to go on where the task was started: a body that has waited on {@link #timer} comes back
     * with {@code publishOn(context.scheduler())}. Runs one command after the other, on the lane's own threads and by its
     * rules; a command that is asked for while another runs, or while the task's body is being subscribed, comes after it.
     * Thread-safe. Not to be disposed of.
     *
     * @throws UnsupportedOperationException where there is no lane
     */
    default Scheduler scheduler() {
        throw new UnsupportedOperationException("there is no lane here");
    }

    /**
     * Where a stage of this name is to run: the scheduler on which it was placed, {@link
     * reactor.core.scheduler.Schedulers#immediate()} where it stays with the stage before it, and {@link #scheduler()} where
     * nobody has placed it. Thread-safe. Not to be disposed of.
     */
    default Scheduler scheduler(String stage) {
        return scheduler();
    }

    /** The home loop itself, for the I/O of asynchronous bodies. Thread-safe. */
    EventLoop loop();
}
