package io.fluxlab.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.capacity.CapacityEvent.CapacityFinished;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.load.Rate;
import io.fluxlab.load.Span;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Real lanes and a real clock: only how lanes stand to each other is judged. */
class CapacityOfLanesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** One thread that waits for 20 ms each time can't do it more than 50 times a second, whatever the machine. */
    @Test
    void laneWithOneThreadBearsLessOfWhatWaitsThanOneWithMany() {
        Workload<?> waits = Workload.of("waits", () -> {
            Thread.sleep(20);
            return 1;
        });
        CapacityRequest request = CapacityRequest.of(
                        "waits", List.of("immediate", "bounded-elastic:threads=32"), List.of(Slo.parse("p50 < 2s")))
                .between(new Rate(25), new Rate(400))
                .stepping(null, Span.of(Duration.ofMillis(600)))
                .within(1.0, 60_000L, 5L);

        CapacityEvent last =
                LocalLab.builder().workload(waits).build().capacity(request).blockLast(PATIENCE);

        List<LaneCapacity> found = ((CapacityFinished) Objects.requireNonNull(last)).lanes();
        assertThat(highestMet(found.get(0)))
                .as("%s", found)
                .isLessThanOrEqualTo(100)
                .isLessThan(highestMet(found.get(1)));
        assertThat(found.get(0).missedPerSecond()).isNotNull().isLessThanOrEqualTo(400);
        assertThat(found.get(0).limit()).isEqualTo(LaneCapacity.Limit.BEHIND);
    }

    /** Of any step, also where that was too few to decide. */
    private static double highestMet(LaneCapacity lane) {
        return lane.curve().stream()
                .filter(point -> point.met() > 0)
                .mapToDouble(RatePoint::perSecond)
                .max()
                .orElse(0);
    }
}
