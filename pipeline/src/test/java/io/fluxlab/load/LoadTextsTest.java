package io.fluxlab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.error.FieldError;
import io.fluxlab.error.FieldErrors;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.run.RunRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads as people write them, and as they travel. */
class LoadTextsTest {

    @ParameterizedTest
    @CsvSource({"200/s, 200", "0.5/s, 0.5", "90/min, 1.5", "1000000, 1000000"})
    void ratesAreNumbersASecond(String text, double perSecond) {
        assertThat(Rate.parse(text).perSecond()).isEqualTo(perSecond);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "-1/s", "0/s", "1000001/s", "5/h", "1e9/s", "NaN"})
    void whatIsNoRateIsRefusedWithWhatWouldBeRight(String text) {
        assertThatThrownBy(() -> Rate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 0.001/s and 1000000/s");
    }

    @ParameterizedTest
    @CsvSource({"10s, 10000", "250ms, 250", "1.5 min, 90000", "0.5h, 1800000"})
    void timesHaveUnits(String text, long millis) {
        assertThat(Span.parse(text).time()).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void aRequestIsReadWithItsLoad() {
        RunRequest request = RunRequest.SCHEMA.read(Map.of(
                "workload",
                "w",
                "lane",
                "l",
                "load",
                Map.of("rate", "200/s", "arrivals", "poisson", "duration", "10s", "deadline", "50ms", "by", "p99.9")));

        assertThat(request.load())
                .isEqualTo(new Load(
                        new Rate(200),
                        null,
                        Arrivals.POISSON,
                        Span.parse("10s"),
                        Span.parse("50ms"),
                        null,
                        new Quantile(99.9),
                        null));
        assertThat(RunRequest.SCHEMA.read(RunRequest.SCHEMA.write(request))).isEqualTo(request);
    }

    @Test
    void everythingThatIsWrongIsNamedWithItsValue() {
        assertThatThrownBy(() -> RunRequest.SCHEMA.read(Map.of(
                        "workload",
                        "w",
                        "lane",
                        "l",
                        "load",
                        Map.of("rate", "many", "duration", 10, "backlog", 0, "arrivals", "gauss"))))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.fields())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder(
                                        "load.rate", "load.duration", "load.backlog", "load.arrivals"))
                .hasMessageContaining("rate must be a rate between 0.001/s and 1000000/s, such as 200/s, was \"many\"")
                .hasMessageContaining("such as 10s or 250ms, was 10");
    }

    @Test
    void aLoadMustHaveARateAndBringATaskAtLeast() {
        assertThat(mistakes(new Load(null, null, null, null, null, null, null, null)))
                .singleElement()
                .asString()
                .contains("load.rate is missing");
        assertThat(mistakes(Load.of(1).during(Duration.ofMillis(10))))
                .singleElement()
                .asString()
                .contains("load must bring between 1 and 10000000 tasks, was 1/s");
        assertThat(mistakes(Load.of(1_000_000).during(Duration.ofMinutes(1)))).hasSize(1);
        assertThat(mistakes(Load.of(10))).isEmpty();
    }

    private static List<String> mistakes(Load load) {
        FieldErrors errors = new FieldErrors();
        load.check("load", OfferedLoad.USUAL, errors);
        return errors.found().stream().map(FieldError::message).toList();
    }
}
