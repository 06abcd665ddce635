package io.fluxlab.run;

import io.fluxlab.task.TaskExecution;
import io.fluxlab.workload.TaskContext;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** No task in {@link RunningTasks} outlives the stop of its run, whenever it comes. */
final class RunningTasksRaces {

    private RunningTasksRaces() {}

    /** Remembers the task whose body was asked for. */
    public abstract static class Started {
        private TaskExecution task;

        final TaskExecution begun(TaskContext context) {
            task = (TaskExecution) context;
            return task;
        }

        final boolean hasEnded() {
            return task == null || task.hasEnded();
        }
    }

    /** The task waits for something that never comes: (ended, thread interrupted). */
    @JCStressTest
    @Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "it did not start, or was ended")
    @Outcome(expect = Expect.FORBIDDEN, desc = "it is left over, or the lane's thread is interrupted")
    @State
    public static class StopMeetsWaiting extends Started {
        private final Scene scene = Scene.of(1, 1, context -> {
            begun(context);
            return Mono.never();
        });
        private final Slot slot = scene.spawned();

        @Actor
        public void slot(ZZ_Result r) {
            slot.run();
            r.r2 = Thread.interrupted();
        }

        @Actor
        public void stop() {
            scene.stop();
        }

        @Arbiter
        public void count(ZZ_Result r) {
            r.r1 = hasEnded();
        }
    }

    /** The task computes, and looks up at its checkpoints: (ended, thread interrupted). */
    @JCStressTest
    @Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "it did not start, or was ended")
    @Outcome(expect = Expect.FORBIDDEN, desc = "it is left over, or the lane's thread is interrupted")
    @State
    public static class StopMeetsComputing extends Started {
        private final Scene scene = Scene.of(1, 1, context -> {
            TaskExecution task = begun(context);
            return Mono.fromCallable(() -> {
                for (int done = 0; done < 50; done++) {
                    task.checkpoint(done);
                }
                return 1;
            });
        });
        private final Slot slot = scene.spawned();

        @Actor
        public void slot(ZZ_Result r) {
            slot.run();
            r.r2 = Thread.interrupted();
        }

        @Actor
        public void stop() {
            scene.stop();
        }

        @Arbiter
        public void count(ZZ_Result r) {
            r.r1 = hasEnded();
        }
    }

    /**
     * Items are delivered while a paused run goes on: (what the body was asked for, in batches, beside what it may emit to
     * begin with).
     */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "asked once")
    @Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "nobody asks: the task waits for ever")
    @Outcome(expect = Expect.FORBIDDEN, desc = "asked for more than was delivered")
    @State
    public static class DeliveryMeetsResume {
        private final AtomicLong requested = new AtomicLong();
        private final Scene scene =
                Scene.of(1, 1, context -> Flux.<Integer>never().doOnRequest(requested::addAndGet));

        public DeliveryMeetsResume() {
            scene.spawned().run();
            scene.queue().pause();
        }

        @Actor
        public void emitter() {
            scene.running().itemsDelivered(0, ItemBuffer.BATCH, scene.queue());
        }

        @Actor
        public void resume() {
            scene.resume();
        }

        @Arbiter
        public void count(J_Result r) {
            scene.runCommands();
            r.r1 = (requested.get() - ItemBuffer.PREFETCH) / ItemBuffer.BATCH;
        }
    }
}
