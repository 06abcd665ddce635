package io.fluxlab.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a backlog grows, of a single thread that serves what arrives, in simulated time. */
class BacklogTrendTest {

    private static final int PER_SECOND = 200;
    private static final int SEEDS = 400;
    private static final Duration TIME = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.6, 0.8})
    void aLaneThatKeepsUpIsSaidToFallBehindInAtMostThreePerCentOfRuns(double utilisation) {
        assertThat(found(utilisation)).isLessThanOrEqualTo(0.03);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.25, 1.5, 3, 30})
    void aLaneThatFallsBehindIsFoundInAtLeast95PerCentOfRuns(double utilisation) {
        assertThat(found(utilisation)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void aBacklogThatIsLongAndStaysSoDoesNotGrow() {
        List<BacklogSample> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            samples.add(new BacklogSample(i * 10_000_000L, 500 + i % 7, 1));
        }

        assertThat(BacklogTrend.of(samples, 400, 1_000_000).grows()).isFalse();
    }

    /** Whoever takes samples has no CPU for half of the time, and then takes all that are due at once. */
    @Test
    void aBacklogThatGrowsIsFoundAlsoWhereSamplesAreFarApart() {
        List<BacklogSample> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int at = i - i % 16 + (i % 16 < 8 ? i % 16 : 15);
            samples.add(new BacklogSample(at * 10_000_000L, at, 1));
        }

        BacklogTrend trend = BacklogTrend.of(samples, 400, 1_000_000);

        assertThat(trend.grows()).isTrue();
        assertThat(trend.perSecond()).isBetween(95.0, 105.0);
    }

    @Test
    void tasksThatAllTakeLongAndNeverWaitDoNotFallBehindWhileTheirNumberFills() {
        List<BacklogSample> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            samples.add(new BacklogSample(i * 10_000_000L, 0, Math.min(2 * i, 300)));
        }

        assertThat(BacklogTrend.of(samples, 400, 1_500_000_000).grows()).isFalse();
    }

    private static double found(double utilisation) {
        int grows = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            grows += run(utilisation, seed).grows() ? 1 : 0;
        }
        return (double) grows / SEEDS;
    }

    /** How a run with Poisson arrivals and constant service times looks to whoever takes samples of it. */
    private static BacklogTrend run(double utilisation, long seed) {
        OfferedLoad load = OfferedLoad.of(Load.of(PER_SECOND).poisson().during(TIME), seed);
        long service = Math.round(utilisation * 1e9 / PER_SECOND);
        Schedule schedule = load.schedule();
        Queue<Long> ends = new ArrayDeque<>();
        List<BacklogSample> samples = new ArrayList<>();
        long free = 0;
        long firstEnd = Long.MAX_VALUE;
        int next = 0;
        for (int i = 0; i < 200; i++) {
            long now = i * TIME.toNanos() / 200;
            while (next < schedule.size() && schedule.dueNanos(next) <= now) {
                free = Math.max(free, schedule.dueNanos(next++)) + service;
                ends.add(free);
                firstEnd = Math.min(firstEnd, free);
            }
            while (!ends.isEmpty() && ends.element() <= now) {
                ends.remove();
            }
            int running = ends.isEmpty() ? 0 : 1;
            samples.add(new BacklogSample(now, ends.size() - running, running));
        }
        return BacklogTrend.of(samples, schedule.size(), firstEnd);
    }
}
