package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fluxlab.comparison.ComparisonEvent.Machine;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKind;
import io.fluxlab.kept.RunState;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.verdict.SameBand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures over commits and machines. */
class HistoryTrendTest {

    private static final Machine HERE = new Machine("Linux 6", "EPYC", 2, "Temurin 25", 1_000);
    private static final Machine THERE = new Machine("Linux 6", "EPYC", 8, "Temurin 25", 1_000);

    private final List<KeptRun> runs = new ArrayList<>();

    private void kept(String commit, Machine machine, Map<String, Object> request, double... millis) {
        for (double each : millis) {
            runs.add(new KeptRun(
                    "run-" + runs.size(),
                    new KeptRun.Work(RunKind.RUN, "primes", List.of("parallel"), request),
                    new KeptRun.Owner("rita", false),
                    RunState.COMPLETED,
                    new KeptRun.Time(runs.size(), (long) runs.size()),
                    new KeptRun.Place(machine, "1.0", commit),
                    new KeptRun.Events(1, 0, 0, 1),
                    new KeptRun.Outcome((long) (each * 1e6), null, null, Map.of(), null),
                    null));
        }
    }

    private List<HistoryTrend.Entry> entries(String baseline) {
        List<HistoryTrend> trends = HistoryTrend.of(runs, baseline, SameBand.DEFAULT);
        assertThat(trends).hasSize(1);
        return trends.get(0).entries();
    }

    @Test
    void aChangeIsToldWhereSeveralRunsShowIt() {
        kept("aaa", HERE, Map.of("workload", "primes"), 100, 101, 99, 100, 102, 98, 100);
        kept("bbb", HERE, Map.of("workload", "primes"), 150, 151, 149, 150, 152, 148, 150);
        kept("ccc", HERE, Map.of("workload", "primes"), 100.5, 101, 99.5, 100, 101.5, 98.5, 100);

        List<HistoryTrend.Entry> entries = entries(null);
        assertThat(entries)
                .extracting(HistoryTrend.Entry::outcome)
                .containsExactly(Outcome.BASELINE, Outcome.SLOWER, Outcome.SAME);
        assertThat(entries.get(1).ratio().median()).isBetween(1.48, 1.52);
        assertThat(entries("bb"))
                .extracting(HistoryTrend.Entry::outcome)
                .containsExactly(Outcome.FASTER, Outcome.BASELINE, Outcome.FASTER);
    }

    @Test
    void oneRunOfEachShowsNothing() {
        kept("aaa", HERE, Map.of(), 100);
        kept("bbb", HERE, Map.of(), 300);
        assertThat(entries(null))
                .extracting(HistoryTrend.Entry::outcome)
                .containsExactly(Outcome.BASELINE, Outcome.CANT_TELL);
    }

    @Test
    void otherMachinesAreNotComparable() {
        kept("aaa", HERE, Map.of(), 100, 100, 100);
        kept("bbb", THERE, Map.of(), 300, 300, 300);
        kept("ddd", HERE, Map.of("seed", 7L), 100, 100, 100);

        List<HistoryTrend.Entry> entries = entries(null);
        assertThat(entries)
                .extracting(HistoryTrend.Entry::unlike)
                .containsExactly(null, "another number of CPUs: 8, and not 2", null);
        assertThat(entries.get(1).ratio()).isNull();
        assertThat(entries.get(1).outcome()).isEqualTo(Outcome.CANT_TELL);
    }

    @Test
    void otherRequestsAreOtherTrends() {
        kept("aaa", HERE, Map.of("parameters", Map.of("to", 10L)), 100);
        kept("aaa", HERE, Map.of("parameters", Map.of("to", 20L)), 300);
        assertThat(HistoryTrend.of(runs, null, SameBand.DEFAULT))
                .hasSize(2)
                .allSatisfy(trend -> assertThat(trend.entries()).hasSize(1));
    }

    @Test
    void aVerdictHasAFigureForEachLane() {
        runs.add(new KeptRun(
                "comparison-1",
                new KeptRun.Work(RunKind.COMPARISON, "primes", List.of("a", "b"), Map.of()),
                new KeptRun.Owner("rita", false),
                RunState.COMPLETED,
                new KeptRun.Time(1, 2L),
                new KeptRun.Place(HERE, "1.0", null),
                new KeptRun.Events(1, 0, 0, 1),
                new KeptRun.Outcome(
                        null,
                        "b",
                        null,
                        Map.of(
                                "lanes",
                                List.of(
                                        Map.of("lane", "a", "medianNanos", 10L),
                                        Map.of("lane", "b", "medianNanos", 5L))),
                        null),
                null));
        assertThat(HistoryTrend.of(runs, null, SameBand.DEFAULT))
                .extracting(HistoryTrend::lane, trend -> trend.entries().get(0).medianNanos())
                .containsExactly(tuple("a", 10.0), tuple("b", 5.0));
    }
}
