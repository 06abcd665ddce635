package io.fluxlab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.LabException;
import io.fluxlab.error.RejectedRequestException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {

    static Stream<LabException> exceptions() {
        List<FieldError> fields = List.of(
                new FieldError("lane", "bogus", "unknown lane"),
                new FieldError("parameters.to", 5L, "too small"),
                new FieldError("workload", null, "missing"),
                new FieldError("data", Map.of("a", List.of(1L)), "odd"));
        return Stream.of(
                new InvalidRequestException(fields),
                new InvalidRequestException("invalid-request", "no field's fault", List.of()),
                RejectedRequestException.limit("tasksPerRun", 10, 11),
                new BrokenRunException("results-differ", "lanes \"disagree\"\n\u00e9"));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void theSameExceptionArrives(LabException sent) {
        LabException received = ErrorBody.exception(
                ErrorBody.frameCode(sent), ErrorBody.of(sent).toText());

        assertThat(received).hasSameClassAs(sent).hasMessage(sent.getMessage());
        assertThat(received.code()).isEqualTo(sent.code());
        assertThat(received.fields()).isEqualTo(sent.fields());
    }

    @Test
    void saysWhatTheContractSays() {
        assertThat(ErrorBody.of(InvalidRequestException.of("lane", null, "lane is missing: id of the lane"))
                        .toText())
                .isEqualTo(
                        "{\"code\":\"invalid-request\",\"message\":\"lane is missing: id of the lane\","
                                + "\"fields\":[{\"field\":\"lane\",\"value\":null,\"message\":\"lane is missing: id of the lane\"}]}");
        assertThat(ErrorBody.of(new BrokenRunException("run-broken", "it broke"))
                        .toText())
                .isEqualTo("{\"code\":\"run-broken\",\"message\":\"it broke\"}");
        assertThat(ErrorBody.frameCode(new BrokenRunException("a", "b"))).isEqualTo(0x201);
        assertThat(ErrorBody.frameCode(RejectedRequestException.limit("a", 1, 2)))
                .isEqualTo(0x202);
        assertThat(ErrorBody.frameCode(InvalidRequestException.of("a", 1, "b"))).isEqualTo(0x204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain words", "{}", "{\"code\":\"x\"}", "[1]", "null", "{\"code\":\"x\",\"message\":"})
    void whatSomeoneElseSaysArrivesAsItIs(String text) {
        LabException received = ErrorBody.exception(ErrorBody.APPLICATION_ERROR, text);

        assertThat(received).isInstanceOf(BrokenRunException.class).hasMessage(text);
        assertThat(received.code()).isEqualTo("error");
        assertThat(received.fields()).isEmpty();
    }

    @Test
    void noAnswerIsManyTimesLargerThanWhatItAnswers() {
        List<FieldError> fields = IntStream.range(0, 5_000)
                .mapToObj(i -> new FieldError("k" + i, "v".repeat(5_000), "k" + i + ": no such parameter"))
                .toList();

        ErrorBody body = ErrorBody.of(new InvalidRequestException(fields));

        assertThat(body.message())
                .startsWith("k0: no such parameter; k1")
                .endsWith("k9: no such parameter; and 4990 more");
        assertThat(body.fields()).hasSize(100);
        assertThat(body.toText()).hasSizeLessThan(20_000);
    }

    @Test
    void aMessageIsCutWhereItIsLong() {
        ErrorBody body = ErrorBody.of(InvalidRequestException.of("a", "b", "m".repeat(60_000)));

        assertThat(body.message()).hasSize(8_000).endsWith("...");
        assertThat(body.fields())
                .singleElement()
                .satisfies(field -> assertThat(field.message()).hasSize(1_000).endsWith("..."));
    }
}
