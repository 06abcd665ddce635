package io.fluxlab.task;

import io.netty.channel.EventLoop;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

/** What all tasks find where they run. Thread-safe. See {@link io.fluxlab.workload.TaskContext}. */
public interface TaskEnvironment {

    /** Makes a blocking call on this thread. */
    <T> T blocking(Callable<T> call) throws Exception;

    /** For waiting without a thread. */
    Scheduler timer();

    /** For connections. */
    EventLoop loop();

    /** Where a stage was placed: {@code own}, the task's own scheduler, where nobody has placed it, or there. */
    default Scheduler scheduler(String stage, Supplier<Scheduler> own) {
        return own.get();
    }

    /** What bodies find in Reactor's context: what the run's subscriber has put there. */
    default Context context() {
        return Context.empty();
    }

    /** The clock that says when a task starts and ends, as {@link System#nanoTime()} has it. */
    default long nanoTime() {
        return System.nanoTime();
    }
}
