package io.fluxlab.task;

import io.fluxlab.task.TaskExecution.TaskBody;
import io.netty.channel.EventLoop;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A {@link TaskExecution} ends once, whatever its body does meanwhile, and lets no interrupt out. */
final class TaskExecutionRaces {

    private TaskExecutionRaces() {}

    /** Counts the ends of one task. */
    public abstract static class OneTask implements TaskSink, TaskEnvironment {
        private final AtomicInteger ends = new AtomicInteger();
        private final TaskPlace place = new TaskPlace();
        private volatile TaskExecution execution;
        private volatile boolean stopped;

        /** Starts it here, unless it was stopped before anybody could. */
        final void start(TaskBody body) {
            TaskExecution starting = new TaskExecution(place, this, this);
            execution = starting;
            if (stopped) {
                starting.stop(() -> {});
            }
            starting.start(body);
        }

        final void stop() {
            stopped = true;
            TaskExecution running = execution;
            if (running != null) {
                running.stop(() -> {});
            }
        }

        final void giveUp() {
            TaskExecution running = execution;
            if (running != null) {
                running.giveUp();
            }
        }

        final int ends() {
            return ends.get();
        }

        @Override
        public long firstRequest() {
            return 8;
        }

        @Override
        public void onItem(Object item) {}

        @Override
        public void onCheckpoint() {}

        @Override
        public void onEnd(TaskEnd end) {
            ends.incrementAndGet();
        }

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

    /** Its body ends by itself: (ends, thread interrupted). */
    @JCStressTest
    @Outcome(id = "1, false", expect = Expect.ACCEPTABLE, desc = "it has ended once")
    @Outcome(expect = Expect.FORBIDDEN, desc = "it has not ended, or twice, or left an interrupt")
    @State
    public static class StopMeetsEnd extends OneTask {
        @Actor
        public void task(IZ_Result r) {
            start(context -> Mono.fromCallable(() -> 1));
            r.r2 = Thread.interrupted();
        }

        @Actor
        public void stopper() {
            stop();
        }

        @Arbiter
        public void count(IZ_Result r) {
            r.r1 = ends();
        }
    }

    /** Its body never ends, and is given up as well: (ends, thread interrupted). */
    @JCStressTest
    @Outcome(id = "1, false", expect = Expect.ACCEPTABLE, desc = "it has ended once")
    @Outcome(expect = Expect.FORBIDDEN, desc = "it has not ended, or twice, or left an interrupt")
    @State
    public static class StopAndGiveUpMeetWaiting extends OneTask {
        @Actor
        public void task(IZ_Result r) {
            start(context -> Flux.just(1, 2, 3).concatWith(Mono.never()));
            r.r2 = Thread.interrupted();
        }

        @Actor
        public void stopper() {
            stop();
        }

        @Actor
        public void other() {
            giveUp();
        }

        @Arbiter
        public void count(IZ_Result r) {
            r.r1 = ends();
        }
    }

    /** Its body is completed by another thread while it starts: (ends). */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "it has ended once")
    @Outcome(expect = Expect.FORBIDDEN, desc = "it has not ended, or twice")
    @State
    public static class StopMeetsEndFromElsewhere extends OneTask {
        private final Sinks.One<Integer> result = Sinks.one();

        @Actor
        public void task() {
            start(context -> result.asMono());
        }

        @Actor
        public void elsewhere() {
            result.tryEmitValue(1);
        }

        @Actor
        public void stopper() {
            stop();
        }

        @Arbiter
        public void count(I_Result r) {
            r.r1 = ends();
        }
    }
}
