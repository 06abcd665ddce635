package io.fluxlab.lecture.loops;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.loops.CoroutineMoment.Printed;
import io.fluxlab.workload.RunLog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;

class MovedOffTheLoopTest extends BlockedLoopContract {

    MovedOffTheLoopTest() {
        super("bounded-elastic");
    }

    /** A second of blocking against a loop that is never held for half as long, however busy the machine is. */
    @RepeatedTest(3)
    void loopGoesOnMeanwhile() {
        RunLog run = run(
                "event-loop", Map.of("where", "bounded-elastic", "blockMillis", 1000, "from", 20, "pauseMillis", 5));

        assertThat(ended(run).longestPauseMillis()).isLessThan(500);
        assertThat(bystanderMillis(run)).isLessThan(500);
    }

    @RepeatedTest(3)
    void statusReportsWhileCalcWaits() {
        List<String> lines = run("event-loop").flatItems().stream()
                .filter(Printed.class::isInstance)
                .map(item -> ((Printed) item).text())
                .toList();

        assertThat(lines).containsSubsequence("10", "10 numbers remain", "9");
    }
}
