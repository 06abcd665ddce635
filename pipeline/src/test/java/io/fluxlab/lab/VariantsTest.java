package io.fluxlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxlab.comparison.Comparison;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.RoundStarted;
import io.fluxlab.comparison.ComparisonEvent.Verdict;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.comparison.Variant;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Warning;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VariantsTest {

    private final AtomicInteger ofOne = new AtomicInteger();
    private final AtomicInteger ofOther = new AtomicInteger();
    private final LocalLab lab = LocalLab.builder()
            .workload(Workload.of("one", () -> ofOne.incrementAndGet() * 0))
            .workload(Workload.of("other", () -> ofOther.incrementAndGet() * 0))
            .workload(Workload.of("different", () -> 7))
            .build();

    @Test
    void bodiesAreComparedRoundByRoundOnOneLane() {
        var events = compare(request().variants(Variant.of("old", "one"), Variant.of("new", "other")));

        assertThat(started(events).lanes()).containsExactly("old", "new");
        assertThat(started(events).design().lane()).isEqualTo("parallel");
        assertThat(started(events).baseline()).isEqualTo("old");
        assertThat(events.stream().filter(RoundStarted.class::isInstance))
                .extracting(event -> ((RoundStarted) event).lane())
                .containsExactlyInAnyOrder("old", "new", "old", "new");
        assertThat(verdict(events).lanes()).extracting(LaneVerdict::lane).containsExactly("old", "new");
        assertThat(verdict(events).samples()).extracting(LaneSample::lane).contains("old", "new");
        assertThat(ofOne).hasValue(2 * 6);
        assertThat(ofOther).hasValue(2 * 6);
    }

    @Test
    void parametersOfAVariantGoBeforeThoseOfTheRequest() {
        compare(request().variants(Variant.of("few", Map.of()), Variant.of("many", Map.of("calls", 30))));

        assertThat(ofOne).hasValue(2 * (6 + 60));
    }

    @Test
    void variantsMayComeToOtherResultsAndThatIsSaid() {
        var same = compare(request().variants(Variant.of("old", "one"), Variant.of("new", "other")));
        var others = compare(request().variants(Variant.of("old", "one"), Variant.of("new", "different")));

        assertThat(verdict(same).warnings()).extracting(Warning::code).doesNotContain("results-differ");
        assertThat(verdict(others).warnings()).extracting(Warning::code).contains("results-differ");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var wrong = request()
                .on("parallel", "virtual")
                .baseline("x")
                .variants(
                        Variant.of("a", Map.of("calls", -1)),
                        Variant.of("a", "ones"),
                        Variant.of(" ", Map.of("cals", 1)));

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> compare(wrong))
                .satisfies(error -> assertThat(error.fields())
                        .extracting(FieldError::field)
                        .containsExactlyInAnyOrder(
                                "lanes",
                                "baseline",
                                "variants[1].name",
                                "variants[2].name",
                                "variants[0].parameters.calls",
                                "variants[1].workload",
                                "variants[2].parameters.cals"));
    }

    @Test
    void aSingleVariantIsNoComparison() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> compare(request().variants(Variant.of("a", "one"))))
                .satisfies(error ->
                        assertThat(error.fields()).extracting(FieldError::field).containsExactly("variants"));
    }

    private static ComparisonRequest request() {
        return Comparison.of("one")
                .on("parallel")
                .with(Map.of("tasks", 2, "calls", 3))
                .rounds(2, 0);
    }

    private List<ComparisonEvent> compare(ComparisonRequest request) {
        return lab.compare(request)
                .collectList()
                .blockOptional(Duration.ofMinutes(1))
                .orElseThrow();
    }

    private static ComparisonStarted started(List<ComparisonEvent> events) {
        return (ComparisonStarted) events.get(0);
    }

    private static io.fluxlab.verdict.Verdict verdict(List<ComparisonEvent> events) {
        return ((Verdict) events.get(events.size() - 1)).verdict();
    }
}
