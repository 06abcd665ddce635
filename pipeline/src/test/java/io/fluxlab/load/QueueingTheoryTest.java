package io.fluxlab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fluxlab.measure.Latency;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A single thread that serves what arrives, in simulated time: its mean wait is what queueing theory says (Kleinrock,
 * "Queueing Systems", volume 1, 1975, chapter 5).
 */
class QueueingTheoryTest {

    private static final double PER_SECOND = 1_000;
    private static final Duration TIME = Duration.ofSeconds(5_000);
    private static final double SERVICE_NANOS_AT_FULL_LOAD = 1e9 / PER_SECOND;

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 0.9})
    void meanWaitWithConstantServiceTimesIsThatOfPollaczekAndKhinchin(double utilisation) {
        double service = utilisation * SERVICE_NANOS_AT_FULL_LOAD;

        double wait = meanWaitNanos(() -> Math.round(service), 11) / service;

        assertThat(wait).isCloseTo(utilisation / (2 * (1 - utilisation)), within(0.05 * wait));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 0.9})
    void meanWaitWithExponentialServiceTimesIsThatOfErlang(double utilisation) {
        double service = utilisation * SERVICE_NANOS_AT_FULL_LOAD;
        SplittableRandom random = new SplittableRandom(5);

        double wait = meanWaitNanos(() -> Math.round(-service * Math.log1p(-random.nextDouble())), 12) / service;

        assertThat(wait).isCloseTo(utilisation / (1 - utilisation), within(0.05 * wait));
    }

    /** Had evenly spread arrivals been taken for a Poisson process, nobody would wait. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 0.9})
    void nobodyWaitsWhereBothAreConstant(double utilisation) {
        long service = Math.round(utilisation * SERVICE_NANOS_AT_FULL_LOAD);
        Load load = Load.of(PER_SECOND).during(Duration.ofSeconds(10));

        assertThat(served(OfferedLoad.of(load, 1), () -> service))
                .isCloseTo((double) service, within(service / 1000.0));
    }

    private static double meanWaitNanos(LongSupplier serviceNanos, long seed) {
        Load load = Load.of(PER_SECOND).poisson().during(TIME);
        double[] served = {0, 0};
        double latency = served(OfferedLoad.of(load, seed), () -> {
            long nanos = serviceNanos.getAsLong();
            served[0] += nanos;
            served[1]++;
            return nanos;
        });
        return latency - served[0] / served[1];
    }

    /** The mean latency, as it is recorded. */
    private static double served(OfferedLoad load, LongSupplier serviceNanos) {
        LoadRecord record = new LoadRecord(load);
        long freeNanos = 0;
        for (int i = 0; i < load.schedule().size(); i++) {
            long dueNanos = load.schedule().dueNanos(i);
            freeNanos = Math.max(freeNanos, dueNanos) + serviceNanos.getAsLong();
            record.served(dueNanos, freeNanos);
        }
        LoadSummary summary = record.summary(0, Latency.NONE);
        assertThat(summary.keepsUp()).isTrue();
        return Objects.requireNonNull(summary.latency()).meanNanos();
    }
}
