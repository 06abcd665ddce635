package io.fluxlab.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lane.ImmediateLane;
import io.fluxlab.load.Span;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** For how long tasks arrive in a step where nobody says, and how long a search goes on. */
class StepLengthTest {

    @ParameterizedTest
    @CsvSource({
        // on the way up a second does, but for rates and bounds that it is too short for
        "p99 < 20ms, 1000, false, 1000",
        "p99 < 20ms, 5, false, 2000",
        "p99 < 2s, 1000, false, 4000",
        // 299 tasks for a p99
        "p99 < 20ms, 1000, true, 1000",
        "p99 < 20ms, 200, true, 1495",
        "p99 < 20ms, 20, true, 3000",
        "p50 < 20ms, 20, true, 1000",
        // the bound over 8 %
        "p99 < 200ms, 1000, true, 2500",
        "p99 < 5s, 1000, true, 10000",
        "bystander.p99 < 5s, 1000, true, 1000"
    })
    void stepIsAsLongAsItTakes(String slo, double perSecond, boolean decides, long millis) {
        assertThat(setup(slo, null, null).duration(perSecond, decides)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void stepThatIsToldHowLongItIsIsThat() {
        CapacitySetup setup = setup("p99 < 5s", Duration.ofMillis(300), null);

        assertThat(setup.duration(5, true)).isEqualTo(Duration.ofMillis(300));
    }

    @ParameterizedTest
    @CsvSource({"p99 < 20ms, 80", "p99 < 200ms, 140"})
    void searchOfTwoLanesHasTimeForTheWayUpAndTwentySteps(String slo, long seconds) {
        assertThat(setup(slo, null, null).maxTime()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void noRateIsTriedThatBringsMoreTasksThanTheLabAllows() {
        assertThat(setup("p99 < 20ms", null, null, 5_000).highestRate()).isEqualTo(5_000);
        assertThat(setup("p99 < 200ms", null, null, 5_000).highestRate()).isEqualTo(2_000);
        assertThat(setup("p99 < 20ms", null, null, 5_000).highestBy()).isEqualTo(LaneCapacity.Limit.LAB);
        assertThat(setup("p99 < 20ms", null, null, 2_000_000).highestBy()).isEqualTo(LaneCapacity.Limit.GENERATOR);
    }

    @Test
    void searchTakesNoLongerThanTheLabAllows() {
        assertThat(setup("p99 < 20ms", null, Duration.ofSeconds(30)).maxTime()).isEqualTo(Duration.ofSeconds(30));
    }

    private static CapacitySetup setup(String slo, @Nullable Duration duration, @Nullable Duration runTime) {
        return setup(slo, duration, runTime, Integer.MAX_VALUE);
    }

    private static CapacitySetup setup(
            String slo, @Nullable Duration duration, @Nullable Duration runTime, int tasksPerRun) {
        CapacityRequest request = CapacityRequest.of("w", List.of("immediate", "immediate"), List.of(Slo.parse(slo)))
                .stepping(null, duration == null ? null : Span.of(duration));
        Plan plan = new Plan() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                return Mono.empty();
            }
        };
        return new CapacitySetup(
                "capacity-1",
                request,
                () -> new Subject("w", Map.of(), plan),
                List.of(new ImmediateLane(), new ImmediateLane()),
                new CapacitySetup.Bounds(tasksPerRun, Optional.ofNullable(runTime), Integer.MAX_VALUE));
    }
}
