package io.fluxlab.run;

import io.fluxlab.claim.Lease;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.Strand;
import io.fluxlab.task.TaskEnvironment;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A run's tasks and slots without threads and without whoever listens: what the slots are to run is kept for the test to
 * run or count.
 */
final class Scene {

    /** A task that goes on for ever. */
    static final ObservedTask RUNNING = new ObservedTask() {
        private final TaskOutput output = new TaskOutput(0);

        @Override
        public int index() {
            return 0;
        }

        @Override
        public long done() {
            return 0;
        }

        @Override
        public boolean hasEnded() {
            return false;
        }

        @Override
        public TaskOutput output() {
            return output;
        }
    };

    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final TaskQueue queue;
    private final RunningTasks running;
    private final SlotPool slots;

    private Scene(int tasks, int concurrency, Function<TaskContext, Publisher<?>> body) {
        Plan plan = new Plan() {
            @Override
            public int size() {
                return tasks;
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                return body.apply(context);
            }
        };
        LaneSession session = new Session(commands);
        RunContext context = new RunContext(plan, session, new Nowhere(), Lease.NONE, new RunClock(System::nanoTime));
        queue = new TaskQueue(tasks);
        running = new RunningTasks(context, new Silence(), task -> {});
        slots = new SlotPool(session::strand, false, queue, running, concurrency, Integer.MAX_VALUE);
    }

    static Scene of(int tasks, int concurrency) {
        return new Scene(tasks, concurrency, context -> Mono.empty());
    }

    static Scene of(int tasks, int concurrency, Function<TaskContext, Publisher<?>> body) {
        return new Scene(tasks, concurrency, body);
    }

    TaskQueue queue() {
        return queue;
    }

    RunningTasks running() {
        return running;
    }

    SlotPool slots() {
        return slots;
    }

    /** The run goes on. */
    void resume() {
        queue.resume();
        running.resume();
        slots.wake();
    }

    /** The run is stopped. */
    void stop() {
        queue.close();
        running.stop();
    }

    /** A task's start and its end were delivered. */
    void delivered() {
        queue.startDelivered();
        slots.wakeIfThereIsRoom();
        queue.endDelivered();
        slots.wakeIfThereIsRoom();
    }

    /** A slot that was brought to life. */
    Slot spawned() {
        slots.spawn();
        return (Slot) commands.remove();
    }

    /** How many slots were told to run and did not. */
    int woken() {
        return commands.size();
    }

    /** Runs what the slots were told to run. */
    void runCommands() {
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
            command.run();
        }
    }

    private record Session(Queue<Runnable> commands) implements LaneSession {
        @Override
        public Strand strand() {
            return commands::add;
        }

        @Override
        public int peakThreads() {
            return 0;
        }

        @Override
        public Mono<Void> close() {
            return Mono.empty();
        }
    }

    private record Nowhere() implements TaskEnvironment {
        @Override
        public <T> T blocking(Callable<T> call) throws Exception {
            return call.call();
        }

        @Override
        public Scheduler timer() {
            return Schedulers.immediate();
        }

        @Override
        public EventLoop loop() {
            throw new UnsupportedOperationException("no loop in a race");
        }
    }

    private record Silence() implements SignalSink {
        @Override
        public void offer(RunSignal.Lossless signal) {}

        @Override
        public void replace(ConflatedSignals.Place place, RunSignal.Newest signal) {}

        @Override
        public void drain() {}
    }
}
