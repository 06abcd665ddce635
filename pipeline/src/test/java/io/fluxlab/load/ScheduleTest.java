package io.fluxlab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** When tasks are due. */
class ScheduleTest {
    private static final Duration TIME = Duration.ofSeconds(2);

    @Test
    void constantArrivalsAreEquallyFarApartFromTheBeginning() {
        Schedule schedule = Schedule.of(Load.of(1000).during(TIME), 1);

        assertThat(schedule.size()).isEqualTo(2000);
        assertThat(IntStream.range(0, 2000).allMatch(i -> schedule.dueNanos(i) == i * 1_000_000L))
                .isTrue();
    }

    @Test
    void distancesOfPoissonArrivalsAreExponential() {
        Schedule schedule = Schedule.of(Load.of(50_000).during(TIME).poisson(), 7);
        double[] distances = IntStream.range(1, schedule.size())
                .mapToDouble(i -> schedule.dueNanos(i) - schedule.dueNanos(i - 1))
                .toArray();
        double mean = IntStream.range(0, distances.length)
                .mapToDouble(i -> distances[i])
                .average()
                .orElseThrow();
        double variance = IntStream.range(0, distances.length)
                .mapToDouble(i -> (distances[i] - mean) * (distances[i] - mean))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(20_000, within(400.0));
        assertThat(Math.sqrt(variance) / mean).isCloseTo(1, within(0.02));
        assertThat(IntStream.range(0, distances.length)
                                .filter(i -> distances[i] > mean)
                                .count()
                        / (double) distances.length)
                .isCloseTo(Math.exp(-1), within(0.01));
    }

    @Test
    void theSameSeedGivesTheSameTimes() {
        Load load = Load.of(500).during(TIME).poisson();

        assertThat(times(Schedule.of(load, 3))).isEqualTo(times(Schedule.of(load, 3)));
        assertThat(times(Schedule.of(load, 3))).isNotEqualTo(times(Schedule.of(load, 4)));
        assertThat(times(OfferedLoad.of(load.withSeed(3), 4).schedule())).isEqualTo(times(Schedule.of(load, 3)));
    }

    @Test
    void aRampBringsAsManyAsItsMeanRateAndThreeQuartersOfThemInTheSecondHalf() {
        Load load = new Load(null, Ramp.parse("0.001/s..1000/s"), null, Span.of(TIME), null, null, null, null);
        Schedule schedule = Schedule.of(load, 1);

        assertThat(schedule.size()).isCloseTo(1000, within(1));
        assertThat(LongStream.of(times(schedule))
                        .filter(at -> at > 1_000_000_000L)
                        .count())
                .isCloseTo(750, within(2L));
        assertThat(times(schedule)).isSorted();
    }

    private static long[] times(Schedule schedule) {
        return IntStream.range(0, schedule.size()).mapToLong(schedule::dueNanos).toArray();
    }
}
