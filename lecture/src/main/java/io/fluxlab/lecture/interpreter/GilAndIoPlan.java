package io.fluxlab.lecture.interpreter;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.interpreter.GilAndIoWorkload.Parameters;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * First the tasks that make calls, then those that compute until the last call was made: also where tasks run one after
 * the other, nobody computes for somebody who has not begun.
 */
final class GilAndIoPlan implements Plan {

    /**
     * A virtual thread has no time slice: where as many compute as there are carriers, nobody else would ever have a turn,
     * and all would wait for ever. Yielding is not enough: a carrier goes on with those that have yielded on it before it
     * looks for any that were woken.
     */
    private static final long TURN_NANOS = 5_000_000;

    private final Parameters parameters;
    private final AtomicInteger calling;
    private final Together together;

    GilAndIoPlan(Parameters parameters) {
        this.parameters = parameters;
        this.calling = new AtomicInteger(parameters.ioTasks());
        this.together = new Together(parameters.cpuTasks());
    }

    @Override
    public int size() {
        return parameters.ioTasks() + parameters.cpuTasks();
    }

    @Override
    public String label(int task) {
        return makesCalls(task) ? parameters.calls() + " calls" : "computing";
    }

    @Override
    public long total(int task) {
        return makesCalls(task) ? parameters.calls() : UNKNOWN;
    }

    /** Who makes calls keeps the time of each, and sorts a copy in the end. */
    @Override
    public Claim claim(AtOnce atOnce) {
        long calling = Math.min(atOnce.tasks(), parameters.ioTasks());
        return Claim.ofHeapBytes(2L * Long.BYTES * parameters.calls()).times(calling);
    }

    @Override
    public Publisher<?> body(int task, TaskContext context) {
        return makesCalls(task) ? Mono.fromCallable(() -> call(context)) : Mono.fromCallable(() -> compute(context));
    }

    private boolean makesCalls(int task) {
        return task < parameters.ioTasks();
    }

    private Waits call(TaskContext context) throws Exception {
        Duration io = Duration.ofMillis(parameters.ioMillis());
        long[] waitedNanos = new long[parameters.calls()];
        try {
            context.blocking(together::await);
            for (int call = 0; call < waitedNanos.length; call++) {
                long answeredNanos = context.blocking(() -> {
                    Thread.sleep(io);
                    return System.nanoTime();
                });
                waitedNanos[call] = System.nanoTime() - answeredNanos;
                context.checkpoint(call + 1L);
            }
        } finally {
            calling.decrementAndGet();
        }
        return Waits.of(waitedNanos);
    }

    private Computed compute(TaskContext context) {
        together.arrive();
        XorshiftComputation work = new XorshiftComputation();
        long startNanos = System.nanoTime();
        long turnNanos = startNanos;
        while (calling.get() > 0) {
            work.go();
            context.checkpoint(work.steps());
            if (Thread.currentThread().isVirtual() && System.nanoTime() - turnNanos > TURN_NANOS) {
                LockSupport.parkNanos(1);
                turnNanos = System.nanoTime();
            }
        }
        return Computed.of(work, System.nanoTime() - startNanos);
    }
}
