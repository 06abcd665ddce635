package io.fluxlab.run;

import io.fluxlab.claim.Lease;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.Strand;
import io.fluxlab.lane.VirtualLane;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.TimerThread;
import io.fluxlab.run.RunSetup.Steering;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import io.fluxlab.workload.TaskContext;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A run without threads: what its slots are to run is kept for the test to run or count. Nobody asks for events, so that
 * the outlet keeps them.
 */
final class Scene {

    /** Shared by all: nothing in a race reaches these two. */
    private static final HomeLoop LOOP = HomeLoop.open("race");

    private static final TimerThread TIMER = TimerThread.open("race-timer");

    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final RunScope scope;

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
        Subject subject = new Subject("race", Map.of(), plan);
        RunSetup setup =
                new RunSetup("race", subject, new VirtualLane(), concurrency, BystanderRate.NONE, Steering.NONE);
        Stage stage = new Stage(new Loops(LOOP, TIMER, TIMER), new Session(commands), Optional.empty(), new Bystanders().enter(), Lease.NONE);
        scope = new RunScope(setup, stage, new Receiver());
    }

    static Scene of(int tasks, int concurrency) {
        return new Scene(tasks, concurrency, context -> Mono.empty());
    }

    static Scene of(int tasks, int concurrency, Function<TaskContext, Publisher<?>> body) {
        return new Scene(tasks, concurrency, body);
    }

    Dispatcher dispatcher() {
        return scope.dispatcher();
    }

    /** A slot that the dispatcher has brought to life. */
    Slot spawned() {
        dispatcher().spawn();
        return (Slot) commands.remove();
    }

    /** How many slots were told to run and did not. */
    int woken() {
        return commands.size();
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
}
