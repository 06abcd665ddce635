package io.fluxlab.client;

import io.fluxlab.error.LabException;
import io.fluxlab.wire.ErrorBody;
import io.rsocket.RSocketErrorException;
import io.rsocket.frame.ErrorFrameCodec;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CancellationException;
import reactor.netty.channel.AbortedException;

/** What RSocket reports, as what a lab's client throws. */
final class WireErrors {

    /** What a server that speaks TLS says to who does not. */
    private static final String TLS_REQUIRED = "tls-required";

    /** What is said to who may not come in, or not stay. */
    private static final String UNAUTHENTICATED = "unauthenticated";

    /** The time that a server waits for a set-up: who needs longer was slow, and asked for nothing wrong. */
    private static final String TIME_FOR_SETUP = "firstFrameMillis";

    private WireErrors() {}

    /** The exception for an error of a stream; errors that are no matter of the wire stay what they are. */
    static Throwable translate(URI uri, Throwable error) {
        if (error instanceof RSocketErrorException frame) {
            return ofFrame(uri, frame);
        }
        boolean isLoss = error instanceof IOException
                || error instanceof AbortedException
                || error instanceof CancellationException;
        return isLoss ? UnreachableLabException.lost(uri, UnreachableLabException.reason(error), error) : error;
    }

    private static Throwable ofFrame(URI uri, RSocketErrorException error) {
        String text = String.valueOf(error.getMessage());
        LabException told = ErrorBody.exception(ErrorBody.REJECTED, text);
        if (told.code().equals(TLS_REQUIRED)) {
            return UnreachableLabException.tlsRequired(uri, error);
        }
        if (told.code().equals(UNAUTHENTICATED)) {
            return told;
        }
        if (told.fields().stream().anyMatch(field -> field.field().equals(TIME_FOR_SETUP))) {
            return lost(uri, error, text);
        }
        return switch (error.errorCode()) {
            case ErrorFrameCodec.CONNECTION_ERROR, ErrorFrameCodec.CONNECTION_CLOSE -> lost(uri, error, text);
            case ErrorFrameCodec.INVALID_SETUP, ErrorFrameCodec.UNSUPPORTED_SETUP ->
                ErrorBody.exception(ErrorBody.INVALID, text);
            case ErrorFrameCodec.REJECTED_SETUP -> ErrorBody.exception(ErrorBody.REJECTED, text);
            default -> ErrorBody.exception(error.errorCode(), text);
        };
    }

    private static Throwable lost(URI uri, RSocketErrorException error, String text) {
        return UnreachableLabException.lost(
                uri, UnreachableLabException.reason(ErrorBody.exception(error.errorCode(), text)), error);
    }
}
