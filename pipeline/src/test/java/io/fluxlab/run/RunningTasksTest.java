package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunSignal.TaskBegins;
import io.fluxlab.run.RunSignal.TaskEnds;
import io.fluxlab.task.TaskPlace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RunningTasksTest {

    private final StillRun run = new StillRun();
    private final Signals signals = new Signals();
    private final TaskQueue queue = new TaskQueue(3);
    private final List<ObservedTask> observed = new ArrayList<>();
    private final List<Long> asked = new ArrayList<>();
    private final Host host = new Host();

    @Test
    void aTaskThatEndsInItsStartLeavesTheHostToItsCaller() {
        RunningTasks tasks = running((task, context) -> Mono.just("item"));

        assertThat(tasks.start(1, host)).isTrue();

        assertThat(signals.all(TaskBegins.class)).extracting(TaskBegins::task).containsExactly(1);
        assertThat(signals.all(TaskEnds.class)).hasSize(1).allSatisfy(end -> {
            assertThat(end.failure()).isNull();
            assertThat(end.output().take()).containsExactly("item");
        });
        assertThat(host.resumed).isZero();
        assertThat(observed).hasSize(1);
    }

    @Test
    void aTaskThatWaitsResumesTheHostWhenItHasEnded() {
        RunningTasks tasks = running((task, context) -> Mono.never());
        assertThat(tasks.start(0, host)).isFalse();

        tasks.giveUp();

        assertThat(host.resumed).isEqualTo(1);
        assertThat(signals.all(TaskEnds.class)).extracting(TaskEnds::failure).containsExactly(Failures.CANCELLED);
    }

    @Test
    void whatStartsWhileTheRunIsStoppedEndsAsCancelled() {
        RunningTasks tasks = running((task, context) -> Flux.<Object>never().doOnSubscribe(begun -> asked.add(1L)));
        tasks.stop();

        assertThat(tasks.start(0, host)).isTrue();

        assertThat(asked).isEmpty();
        assertThat(signals.all(TaskEnds.class))
                .extracting(TaskEnds::failure)
                .extracting(Failure::code)
                .containsExactly("cancelled");
    }

    @Test
    void aBodyIsAskedForMoreWhenABatchWasDelivered() {
        RunningTasks tasks = running((task, context) -> Flux.<Object>never().doOnRequest(asked::add));
        tasks.start(0, host);

        tasks.itemsDelivered(0, ItemBuffer.BATCH - 1, queue);
        assertThat(asked).containsExactly((long) ItemBuffer.PREFETCH);
        tasks.itemsDelivered(0, 2, queue);

        assertThat(asked).containsExactly((long) ItemBuffer.PREFETCH, ItemBuffer.BATCH + 1L);
    }

    @Test
    void aPausedRunAsksForNothingUntilItIsResumed() {
        RunningTasks tasks = running((task, context) -> Flux.<Object>never().doOnRequest(asked::add));
        tasks.start(0, host);
        queue.pause();
        tasks.itemsDelivered(0, ItemBuffer.BATCH, queue);
        tasks.itemsDelivered(0, ItemBuffer.BATCH, queue);
        assertThat(asked).hasSize(1);

        queue.resume();
        tasks.resume();
        tasks.resume();

        assertThat(asked).containsExactly((long) ItemBuffer.PREFETCH, 2L * ItemBuffer.BATCH);
    }

    @Test
    void whatIsDeliveredOfATaskThatHasEndedIsOfNoConcern() {
        RunningTasks tasks = running((task, context) -> Flux.range(0, ItemBuffer.BATCH));
        tasks.start(2, host);

        tasks.itemsDelivered(2, ItemBuffer.BATCH, queue);

        assertThat(host.commands).isZero();
    }

    private RunningTasks running(Tasks.Body body) {
        return new RunningTasks(run.context(Tasks.of(3, body)), signals, observed::add);
    }

    /** Runs commands at once, and counts them. */
    private static final class Host implements TaskHost {
        private final TaskPlace place = new TaskPlace();
        private int resumed;
        private int commands;

        @Override
        public TaskPlace place() {
            return place;
        }

        @Override
        public void resume() {
            resumed++;
        }

        @Override
        public void execute(Runnable command) {
            commands++;
            command.run();
        }
    }
}
