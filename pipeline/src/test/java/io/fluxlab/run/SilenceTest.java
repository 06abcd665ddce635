package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent.TaskSilent;
import io.fluxlab.run.RunSetup.Steering;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which tasks are said to be silent, in virtual time. */
class SilenceTest {

    private static final Tasks.Body SIX_THOUSAND_GROUPS = (task, context) ->
            Flux.range(0, 100_000).groupBy(number -> number % 6_000).flatMap(group -> group.count());

    private final StillRun run = new StillRun();
    private final Viewer viewer = new Viewer();

    @Test
    void groupsThatAreMoreThanFlatMapSubscribesToAreNamedAfterTenSeconds() {
        start(1, SIX_THOUSAND_GROUPS, Steering.NONE);
        run.runStrands();
        run.pass(Duration.ofMillis(9_900));
        assertThat(viewer.count(TaskSilent.class)).isZero();
        run.pass(Duration.ofSeconds(3));

        assertThat(viewer.count(TaskSilent.class)).isPositive();
        TaskSilent silent = last();
        assertThat(silent.task()).isZero();
        assertThat(silent.silentNanos()).isGreaterThanOrEqualTo(SilenceWatch.SILENCE.toNanos());
        assertThat(silent.cpu()).isLessThan(0.5);
        assertThat(silent.demand()).isPositive();
        assertThat(silent.thread()).isNull();
        assertThat(silent.at()).contains("flatMap", "groupBy");
        viewer.cancel();
    }

    @Test
    void aTaskThatEmitsOrSaysHowFarItIsIsNotSilent() {
        start(
                1,
                (task, context) -> Flux.interval(Duration.ofSeconds(4), context.timer())
                        .doOnNext(context::checkpoint)
                        .ignoreElements(),
                Steering.NONE);
        run.runStrands();
        run.pass(Duration.ofSeconds(60));

        assertThat(viewer.count(TaskSilent.class)).isZero();
        viewer.cancel();
    }

    @Test
    void aRunWhoseTimeIsUpSaysAtLastWhichTaskWasSilent() {
        start(
                2,
                (task, context) -> task == 0 ? Mono.empty() : Mono.never(),
                new Steering(Flux.never(), Optional.of(Duration.ofSeconds(5))));
        run.runStrands();
        run.pass(Duration.ofSeconds(6));

        assertThat(viewer.count(TaskSilent.class)).isOne();
        assertThat(last().task()).isOne();
        assertThat(viewer.story().end().error()).isEqualTo(Failures.timeIsUp(Duration.ofSeconds(5)));
    }

    private TaskSilent last() {
        return viewer.events().stream()
                .filter(TaskSilent.class::isInstance)
                .map(TaskSilent.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void start(int tasks, Tasks.Body body, Steering steering) {
        run.events(Tasks.of(tasks, body), tasks, steering).subscribe(viewer);
        viewer.wantAll();
    }
}
