package io.fluxlab.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** One task without a run: its sink and its clock are this test. */
class TaskExecutionTest implements TaskSink, TaskEnvironment {

    private final TaskPlace place = new TaskPlace();
    private final List<Object> items = new ArrayList<>();
    private final List<TaskEnd> ends = new ArrayList<>();
    private final List<Long> asked = new ArrayList<>();
    private final List<Runnable> commands = new ArrayList<>();
    private long first = 2;
    private long now = 100;

    @Test
    void aSynchronousBodyEndsInItsStart() {
        TaskExecution task = execution();
        now = 130;

        assertThat(task.start(context -> Mono.just("item"))).isTrue();

        assertThat(items).containsExactly("item");
        assertThat(task.startedNanos()).isEqualTo(100);
        assertThat(ends).hasSize(1);
        assertThat(ends.get(0).atNanos()).isEqualTo(130);
        assertThat(ends.get(0).error()).isNull();
        assertThat(ends.get(0).late()).isFalse();
    }

    @Test
    void aBodyThatEndsLaterSaysSo() {
        Sinks.One<String> result = Sinks.one();
        TaskExecution task = execution();

        assertThat(task.start(context -> result.asMono())).isFalse();
        assertThat(task.hasEnded()).isFalse();
        now = 700;
        result.tryEmitValue("item");

        assertThat(items).containsExactly("item");
        assertThat(ends).hasSize(1);
        assertThat(ends.get(0).atNanos()).isEqualTo(700);
        assertThat(ends.get(0).late()).isTrue();
    }

    @Test
    void whatABodyThrowsIsItsFailure() {
        IllegalStateException broken = new IllegalStateException("broken");

        execution().start(context -> {
            throw broken;
        });

        assertThat(ends).hasSize(1);
        assertThat(ends.get(0).error()).isSameAs(broken);
    }

    @Test
    void aTaskThatIsStoppedBeforeItStartsIsNeverSubscribed() {
        TaskExecution task = execution();
        task.stop(() -> {});

        assertThat(task.start(context -> Mono.fromRunnable(() -> asked.add(1L))))
                .isTrue();

        assertThat(asked).isEmpty();
        assertThat(ends).extracting(TaskEnd::error).containsExactly(TaskExecution.CANCELLED);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aTaskThatWaitsIsEndedByItsStopAndItsBodyCancelled() {
        List<String> told = new ArrayList<>();
        TaskExecution task = execution();
        task.start(context -> Mono.never().doOnCancel(() -> told.add("cancelled")));

        task.stop(() -> told.add("out"));
        task.giveUp();

        assertThat(told).containsExactly("cancelled", "out");
        assertThat(ends).extracting(TaskEnd::error).containsExactly(TaskExecution.CANCELLED);
    }

    @Test
    void aBodyIsAskedForWhatTheSinkSaysAndLaterOnItsOwnThread() {
        TaskExecution task = execution();
        task.start(context -> Flux.<Object>never().doOnRequest(asked::add));
        assertThat(asked).containsExactly(2L);
        assertThat(task.takesRequests()).isTrue();

        task.request(5, commands::add);
        assertThat(asked).containsExactly(2L);
        commands.forEach(Runnable::run);

        assertThat(asked).containsExactly(2L, 5L);
        assertThat(place.gate().isInside()).isFalse();
    }

    @Test
    void aBodyThatIsWantedNothingOfIsAskedForNothing() {
        first = 0;
        TaskExecution task = execution();
        task.start(context -> Flux.<Object>never().doOnRequest(asked::add));

        task.request(3, Runnable::run);

        assertThat(asked).containsExactly(3L);
    }

    @Test
    void aRequestThatComesAfterTheEndIsDropped() {
        TaskExecution task = execution();
        task.start(context -> Flux.<Object>never().doOnRequest(asked::add));
        task.request(5, commands::add);
        task.giveUp();

        commands.forEach(Runnable::run);

        assertThat(asked).containsExactly(2L);
        assertThat(task.takesRequests()).isFalse();
    }

    @Test
    void aCheckpointSaysHowFarItIsAndEndsWhatWasStopped() {
        TaskExecution task = execution();

        task.start(context -> Mono.fromRunnable(() -> {
            context.checkpoint(7);
            task.stop(() -> {});
            walkOn(context);
        }));

        assertThat(task.done()).isEqualTo(8);
        assertThat(ends).extracting(TaskEnd::error).containsExactly(TaskExecution.CANCELLED);
    }

    private static void walkOn(TaskContext context) {
        context.checkpoint(8);
        context.checkpoint(9);
    }

    private TaskExecution execution() {
        return new TaskExecution(place, this, this);
    }

    @Override
    public long firstRequest() {
        return first;
    }

    @Override
    public void onItem(Object item) {
        items.add(item);
    }

    @Override
    public void onCheckpoint() {}

    @Override
    public void onEnd(TaskEnd end) {
        ends.add(end);
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
        throw new UnsupportedOperationException("no loop here");
    }

    @Override
    public long nanoTime() {
        return now;
    }
}
