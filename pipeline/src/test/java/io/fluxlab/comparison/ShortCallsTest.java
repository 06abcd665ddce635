package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.verdict.CallCosts;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.verdict.Warning;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a comparison says of calls that are shorter than the way to another thread. */
class ShortCallsTest {

    @Test
    void callAndHopHaveTheirPriceAndTheDearerOneIsNamed() {
        // tasks so short that most of them end before the machine is given to somebody else
        Verdict verdict = verdict(UUID::randomUUID, 160, 100, "immediate", "bounded-elastic", "virtual");

        assertThat(verdict.lanes()).allSatisfy(lane -> {
            CallCosts calls = lane.calls();
            assertThat(calls).isNotNull();
            assertThat(calls.perCallNanos()).isEqualTo(lane.standing().medianNanos() / 16_000);
            assertThat(calls.hopNanos()).isPositive();
        });
        assertThat(hop(verdict, "bounded-elastic")).isGreaterThan(hop(verdict, "immediate"));
        assertThat(warning(verdict, "hop-costs-more"))
                .contains("the hop costs more than the call")
                .contains("100 calls go with each hop");
    }

    @Test
    void randomResultsAreNotHeldAgainstEachOther() {
        Verdict verdict = verdict(UUID::randomUUID, 2, 10, "immediate", "virtual");

        assertThat(warning(verdict, "results-vary")).contains("another each time, also on one lane");
        assertThat(verdict.lanes()).hasSize(2);
    }

    @Test
    void resultsThatDependOnTheLaneStillFailTheComparison() {
        assertThatExceptionOfType(BrokenRunException.class)
                .isThrownBy(() -> verdict(() -> Thread.currentThread().isVirtual(), 2, 10, "immediate", "virtual"))
                .satisfies(error -> assertThat(error.code()).isEqualTo("results-differ"));
    }

    @Test
    void callsThatAreLongerThanTheWayAreNotWarnedOf() {
        Verdict verdict = verdict(ShortCallsTest::longCall, 2, 2, "immediate", "virtual");

        assertThat(verdict.warnings()).extracting(Warning::code).doesNotContain("hop-costs-more", "results-vary");
    }

    private static int longCall() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        return 1;
    }

    private static long hop(Verdict verdict, String name) {
        return verdict.lanes().stream()
                .filter(lane -> lane.lane().equals(name))
                .map(LaneVerdict::calls)
                .mapToLong(CallCosts::hopNanos)
                .sum();
    }

    private static String warning(Verdict verdict, String code) {
        return verdict.warnings().stream()
                .filter(warning -> warning.code().equals(code))
                .map(Warning::message)
                .findFirst()
                .orElse("no " + code + " in " + verdict.warnings() + verdict.lanes());
    }

    private static Verdict verdict(Callable<?> body, int tasks, int calls, String... lanes) {
        LocalLab lab = LocalLab.builder().workload(Workload.of("body", body)).build();
        ComparisonRequest request = ComparisonRequest.of("body")
                .with(Map.of("tasks", tasks, "calls", calls))
                .on(lanes)
                .rounds(5, 1);
        ComparisonEvent last = lab.compare(request).blockLast(Duration.ofMinutes(1));
        return ((ComparisonEvent.Verdict) last).verdict();
    }
}
