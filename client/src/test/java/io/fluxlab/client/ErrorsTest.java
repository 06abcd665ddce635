package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.LabException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.wire.ErrorBody;
import io.rsocket.SocketAcceptor;
import io.rsocket.exceptions.ApplicationErrorException;
import io.rsocket.exceptions.CustomRSocketException;
import io.rsocket.exceptions.InvalidException;
import io.rsocket.exceptions.InvalidSetupException;
import io.rsocket.exceptions.RejectedException;
import io.rsocket.exceptions.RejectedSetupException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Errors arrive as what they were when they left. */
class ErrorsTest {

    static Stream<LabException> errors() {
        return Stream.of(
                new InvalidRequestException(List.of(
                        new FieldError("lane", "prallel", "no such lane; did you mean parallel?"),
                        new FieldError("parameters.to", null, "to is missing"))),
                RejectedRequestException.limit("tasksPerRun", 1_000, 2_000),
                new BrokenRunException("results-differ", "the lanes disagree"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorsOfALabKeepTypeCodeMessageAndFields(LabException sent) {
        StepVerifier.create(answered(frame(sent)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .hasSameClassAs(sent)
                        .hasMessage(sent.getMessage())
                        .isInstanceOfSatisfying(LabException.class, arrived -> {
                            assertThat(arrived.code()).isEqualTo(sent.code());
                            assertThat(arrived.fields())
                                    .hasToString(sent.fields().toString());
                        }));
    }

    @Test
    void errorInPlainTextKeepsItsMessage() {
        StepVerifier.create(answered(new CustomRSocketException(0x301, "out of memory")))
                .verifyErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(BrokenRunException.class).hasMessage("out of memory"));
    }

    @Test
    void refusedSetupIsARejectionAndNotALoss() {
        var refusal = RejectedRequestException.limit("connections", 256, 257);
        var text = ErrorBody.of(refusal).toText();
        SocketAcceptor refuse = (setup, peer) -> Mono.error(new RejectedSetupException(text));
        try (var server = FakeServer.tcp(refuse);
                var client = LabClient.connect(server.uri("tcp"))) {
            StepVerifier.create(client.lanes())
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(RejectedRequestException.class)
                            .hasMessage(refusal.getMessage()));
        }
    }

    @Test
    void setupThatCameTooLateIsALossAndNoMistakeOfTheUsers() {
        var text = new ErrorBody(
                        "limit-exceeded",
                        "firstFrameMillis must be at most 5000, was 5012: no SETUP frame has come",
                        List.of(new FieldError("firstFrameMillis", 5012, "no SETUP frame has come")))
                .toText();
        SocketAcceptor refuse = (setup, peer) -> Mono.error(new InvalidSetupException(text));
        try (var server = FakeServer.tcp(refuse);
                var client = LabClient.connect(server.uri("tcp"))) {
            StepVerifier.create(client.lanes())
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(UnreachableLabException.class)
                            .hasMessageContaining("was lost: firstFrameMillis must be at most 5000, was 5012"));
        }
    }

    private static Flux<?> answered(Throwable error) {
        var server = FakeServer.tcp(FakeLab.answering(Flux.error(error)));
        var client = LabClient.connect(server.uri("tcp"));
        return client.run(Events.REQUEST).doFinally(signal -> {
            client.close();
            server.close();
        });
    }

    private static Throwable frame(LabException error) {
        String text = ErrorBody.of(error).toText();
        return switch (ErrorBody.frameCode(error)) {
            case ErrorBody.INVALID -> new InvalidException(text);
            case ErrorBody.REJECTED -> new RejectedException(text);
            default -> new ApplicationErrorException(text);
        };
    }
}
