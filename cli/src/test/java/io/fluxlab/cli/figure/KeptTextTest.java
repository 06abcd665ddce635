package io.fluxlab.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.comparison.ComparisonEvent.Machine;
import io.fluxlab.history.HistoryTrend;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKind;
import io.fluxlab.kept.RunState;
import io.fluxlab.verdict.SameBand;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeptTextTest {

    private static final Machine MACHINE = new Machine("Linux 6", "EPYC", 2, "Temurin 25", 1_000);

    @Test
    void aSearchThatCouldNotTellIsNoSearchThatNothingMet() {
        assertThat(KeptText.lines(search(Map.of("virtual", "cant-tell")))).contains("outcome   virtual can't tell");
        assertThat(KeptText.lines(search(Map.of("virtual", 120.0)))).contains("outcome   virtual 120/s");
        assertThat(KeptText.lines(search(Map.of()))).contains("outcome   no rate is met");
    }

    @Test
    void aVersionIsNotCutAsACommitIs() {
        List<KeptRun> runs = List.of(run("0123456789abcdef"), run(null));
        List<HistoryTrend.Entry> entries =
                HistoryTrend.of(runs, null, SameBand.DEFAULT).get(0).entries();

        assertThat(entries)
                .extracting(entry -> TrendText.cells(entry, Set.of("0123456789abcdef"), SameBand.DEFAULT)
                        .get(0))
                .containsExactly("  012345678", "  none, fluxlab 0.1.0-SNAPSHOT");
    }

    private static KeptRun search(Map<String, Object> figures) {
        return kept(RunKind.CAPACITY, null, new KeptRun.Outcome(null, null, figures, null, null));
    }

    private static KeptRun run(String commit) {
        return kept(RunKind.RUN, commit, new KeptRun.Outcome(1_000_000L, null, null, Map.of(), null));
    }

    private static KeptRun kept(RunKind kind, String commit, KeptRun.Outcome outcome) {
        return new KeptRun(
                "run-1",
                new KeptRun.Work(kind, "sleep", List.of("virtual"), Map.of()),
                new KeptRun.Owner("rita", false),
                RunState.COMPLETED,
                new KeptRun.Time(0, 1L),
                new KeptRun.Place(MACHINE, "0.1.0-SNAPSHOT", commit),
                new KeptRun.Events(1, 0, 0, 1),
                outcome,
                null);
    }
}
