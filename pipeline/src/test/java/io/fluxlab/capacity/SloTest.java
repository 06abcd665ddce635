package io.fluxlab.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.error.InvalidRequestException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objectives as people write them, and as they travel. */
class SloTest {

    @ParameterizedTest
    @CsvSource({
        "p99 < 20ms, p99 < 20ms",
        "p99.9<1500us, p99.9 < 1.5ms",
        "max < 1 min, max < 60s",
        "mean < 250us, mean < 250us",
        "bystander.p99 < 5 ms, bystander.p99 < 5ms"
    })
    void aTextIsReadAndWrittenTheSame(String text, String written) {
        assertThat(Slo.parse(text).text()).isEqualTo(written);
        assertThat(Slo.parse(written)).isEqualTo(Slo.parse(text));
    }

    @Test
    void theBystandersObjectiveIsItsOwn() {
        Slo slo = Slo.parse("bystander.p99 < 5ms");

        assertThat(slo.bystander()).isTrue();
        assertThat(slo.bound().time()).isEqualTo(Duration.ofMillis(5));
        assertThat(Slo.parse("p99 < 5ms").bystander()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p99                   | such as 'p99 < 20ms'",
                "p99 > 20ms            | so < and not >",
                "p99 <= 20ms           | so < and not <=",
                "p9 < 20ms             | between p50 and p99.999, or max, or mean, not p9",
                "latency < 20ms        | or mean, not latency",
                "p99 < 20              | with its unit, such as 10s or 250ms, not 20",
                "p99 < 2 days          | with its unit, such as 10s or 250ms, not 2 days",
                "p99 < 0ms             | between 1 µs and 24 h, not 0ms",
                "bystander.p95 < 5ms   | of the bystander p50, p99 and max are known, not p95",
                "bystander.mean < 5ms  | of the bystander p50, p99 and max are known, not mean"
            })
    void whatIsWrongIsNamedWithWhatWouldBeRight(String text, String message) {
        assertThatThrownBy(() -> Slo.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("FIGURE < TIME, such as 'p99 < 20ms'")
                .hasMessageContaining(message);
    }

    @Test
    void aRequestIsReadWithItsObjectives() {
        CapacityRequest request = CapacityRequest.SCHEMA.read(Map.of(
                "workload",
                "w",
                "lanes",
                List.of("l"),
                "slo",
                List.of("p99 < 20ms", "bystander.p99 < 5ms"),
                "to",
                "5000/s"));

        assertThat(request.slo()).extracting(Slo::text).containsExactly("p99 < 20ms", "bystander.p99 < 5ms");
        assertThat(request.to()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p99 > 20ms", "fast"})
    void aRequestNamesTheObjectiveThatIsWrong(String slo) {
        assertThatThrownBy(() -> CapacityRequest.SCHEMA.read(
                        Map.of("workload", "w", "lanes", List.of("l"), "slo", List.of("max < 1s", slo))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("slo[1]")
                .hasMessageContaining("FIGURE < TIME");
    }
}
