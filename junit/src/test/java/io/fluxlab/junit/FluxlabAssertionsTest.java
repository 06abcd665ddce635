package io.fluxlab.junit;

import static io.fluxlab.junit.FluxlabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FluxlabAssertionsTest {

    private final LocalLab lab = LocalLab.create();

    @Test
    void comparisonIsAssertedInAPlainTest() {
        assertThat(lab.compare(sleeping().rounds(5, 1)))
                .on("bounded-elastic")
                .isFasterThan("immediate", 1.5)
                .keepsLoopFree(Duration.ofSeconds(1));
    }

    @Test
    void failureSaysFigures() {
        Verdict verdict = verdict(sleeping().rounds(5, 1));

        assertThatThrownBy(() -> assertThat(verdict).on("immediate").isFasterThan("bounded-elastic"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("immediate is 0.")
                .hasMessageContaining("the cause: the tasks wait and hold their threads meanwhile");
        assertThatThrownBy(() -> assertThat(verdict).on("immediate").keepsLoopFree(Duration.ofNanos(1)))
                .hasMessageContaining("the bystander's p99 on immediate is at most 1 ns");
    }

    @Test
    void whatCantBeToldIsReportedAndFailsOnlyWhereThatIsAskedFor() {
        Verdict verdict = verdict(sleeping().rounds(1, 0));
        List<String> untold = new ArrayList<>();

        assertThat(verdict).reportingTo(untold::add).on("bounded-elastic").isFasterThan("immediate", 1.5);

        assertThat(untold).singleElement().asString().startsWith("can't tell: ");
        assertThatThrownBy(() -> assertThat(verdict)
                        .failingIfItCantTell()
                        .on("bounded-elastic")
                        .isFasterThan("immediate"))
                .hasMessageContaining("can't tell: ");
    }

    private Verdict verdict(ComparisonRequest request) {
        return lab.compare(request)
                .ofType(ComparisonEvent.Verdict.class)
                .map(ComparisonEvent.Verdict::verdict)
                .blockLast(Duration.ofMinutes(1));
    }

    private static ComparisonRequest sleeping() {
        return ComparisonRequest.of("sleep")
                .on("immediate", "bounded-elastic")
                .with(Map.of("tasks", 12, "minMillis", 25, "maxMillis", 25));
    }
}
