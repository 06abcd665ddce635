package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a display is told, by a clock that the test moves. */
class ProgressSamplerTest {

    private final AtomicLong nanos = new AtomicLong();
    private final List<RunSnapshot> told = new ArrayList<>();
    private final ProgressSampler sampler = new ProgressSampler(4, nanos::get);

    @Test
    void tellsTenTimesASecondHoweverManyEventsThereAre() {
        accept(new RunStarted(0, 0, "run-1", "count", "parallel", Map.of(), 1_000_000));
        for (int task = 0; task < 10_000; task++) {
            accept(new TaskStarted(0, 0, task, "task", "worker"));
            accept(new TaskItems(0, 0, task, 0, List.of(1, 2)));
            accept(new TaskFinished(0, 0, task, 2, 1, null));
            nanos.addAndGet(100_000);
        }

        assertThat(told).hasSize(9);
        assertThat(told).last().satisfies(last -> {
            assertThat(last.started()).isEqualTo(9_001);
            assertThat(last.items()).isEqualTo(2 * 9_000);
            assertThat(last.shown()).hasSizeLessThanOrEqualTo(4);
        });
    }

    @Test
    void tellsNothingOfARunThatIsShorterThanAnEyeCanSee() {
        accept(new RunStarted(0, 0, "run-1", "count", "parallel", Map.of(), 1));
        nanos.addAndGet(ProgressSampler.PERIOD_NANOS - 1);
        accept(new TaskStarted(1, 1, 0, "task", "worker"));

        assertThat(told).isEmpty();
    }

    private void accept(RunEvent event) {
        sampler.accept(event, told::add);
    }
}
