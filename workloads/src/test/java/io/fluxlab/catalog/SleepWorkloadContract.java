package io.fluxlab.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.catalog.SleepWorkload.Parameters;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What both ways to sleep keep. */
abstract class SleepWorkloadContract extends WorkloadContract<Parameters> {

    private final String style;

    SleepWorkloadContract(String style) {
        this.style = style;
    }

    @Override
    protected Workload<Parameters> workload() {
        return new SleepWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("tasks", 5, "minMillis", 1, "maxMillis", 5, "style", style);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("tasks", 3, "minMillis", 3_600_000, "maxMillis", 3_600_000, "style", style);
    }

    @Test
    void lengthIsFixedWhereTheBoundsAreEqual() {
        assertThat(run("event-loop", Map.of("minMillis", 3, "maxMillis", 3, "style", style))
                        .flatItems())
                .containsExactly(3, 3, 3, 3, 3);
    }

    @Test
    void seedDecidesTheLengths() {
        List<Object> one = millis(1);

        assertThat(millis(1)).isEqualTo(one);
        assertThat(millis(2)).isNotEqualTo(one).hasSameSizeAs(one);
        assertThat(one).allSatisfy(millis -> assertThat((Integer) millis).isBetween(0, 20));
    }

    @Test
    void namesTheShortestThatIsLongerThanTheLongest() {
        assertThatThrownBy(() -> schema().read(Map.of("minMillis", 600)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.fields()).singleElement().satisfies(field -> {
                            assertThat(field.field()).isEqualTo("minMillis");
                            assertThat(field.message())
                                    .isEqualTo("minMillis must be at most maxMillis, was 600 with maxMillis 500");
                        }));
    }

    private List<Object> millis(long seed) {
        return run("virtual", Map.of("tasks", 20, "minMillis", 0, "maxMillis", 20, "seed", seed, "style", style))
                .flatItems();
    }
}
