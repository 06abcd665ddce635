package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunSignal.ItemsWait;
import io.fluxlab.run.RunSignal.Progress;
import io.fluxlab.run.RunSignal.RunBreaks;
import io.fluxlab.run.RunSignal.VitalSigns;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

class ObserverTest {

    private final StillRun run = new StillRun();
    private final Signals signals = new Signals();
    private final Observer observer = observer(Plan.UNKNOWN);

    @Test
    void sendsOffItemsAtTheNextLookAndOnce() {
        Seen task = Seen.running(0);
        observer.watch(task);
        observer.start();
        task.output().add("item");

        run.pass(Duration.ofMillis(9));
        assertThat(signals.all(ItemsWait.class)).isEmpty();
        run.pass(Duration.ofMillis(41));

        assertThat(signals.all(ItemsWait.class)).containsExactly(new ItemsWait(task.output()));
    }

    @Test
    void reportsProgressOnlyWhereThereIsSome() {
        Seen idle = Seen.running(0);
        Seen busy = Seen.running(1);
        observer.watch(idle);
        observer.watch(busy);
        observer.start();

        busy.does(7);
        run.pass(Duration.ofMillis(195));
        busy.does(9);
        run.pass(Duration.ofMillis(205));

        assertThat(signals.all(Progress.class))
                .containsExactly(
                        new Progress(busy, TimeUnit.MILLISECONDS.toNanos(90), 7, null),
                        new Progress(busy, TimeUnit.MILLISECONDS.toNanos(290), 9, null));
    }

    @Test
    void looksAwayFromWhatHasEnded() {
        Seen task = Seen.running(0);
        observer.watch(task);
        observer.start();
        run.pass(Duration.ofMillis(20));

        task.ends();
        task.does(9);
        task.output().add("item");
        run.pass(Duration.ofSeconds(1));

        assertThat(signals.all(Progress.class)).isEmpty();
        assertThat(signals.all(ItemsWait.class)).isEmpty();
    }

    @Test
    void drainsAtEachLookUntilItIsStopped() {
        observer.start();
        run.pass(Duration.ofSeconds(1));
        int drains = signals.drains();
        assertThat(drains).isBetween(100, 101);
        assertThat(signals.all(VitalSigns.class)).hasSize(4);

        observer.stop();
        run.pass(Duration.ofSeconds(1));

        assertThat(signals.drains()).isEqualTo(drains);
    }

    @Test
    void aPlanThatCannotTellItsTotalBreaksTheRunAndNotTheObserver() {
        Observer broken = observer(-7);
        Seen task = Seen.running(0);
        broken.watch(task);
        broken.start();

        task.does(1);
        run.pass(Duration.ofMillis(100));

        assertThat(signals.all(RunBreaks.class)).hasSize(1);
        assertThat(signals.all(RunBreaks.class).get(0).error()).hasMessage("no total");
    }

    private Observer observer(long total) {
        Plan plan = new Plan() {
            @Override
            public int size() {
                return 2;
            }

            @Override
            public long total(int task) {
                if (total == -7) {
                    throw new IllegalStateException("no total");
                }
                return total;
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                return Mono.empty();
            }
        };
        return new Observer(
                run.context(plan), run.time(), () -> new VitalSigns(0, Latency.NONE, 1, 1, 1, List.of()), signals);
    }
}
