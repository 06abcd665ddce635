package io.fluxlab.server.transport;

import io.fluxlab.error.FieldError;
import io.fluxlab.wire.ErrorBody;
import io.rsocket.RSocketErrorException;
import io.rsocket.frame.ErrorFrameCodec;
import java.time.Duration;
import java.util.List;

/**
 * Why a request or a connection is refused: the content of an RSocket error frame. Immutable.
 *
 * @param errorCode the frame's code, as in {@link ErrorFrameCodec}
 * @param body what is wrong, with the value and the bound
 */
record Refusal(int errorCode, ErrorBody body) {

    Refusal(int errorCode, String code, String message, FieldError... fields) {
        this(errorCode, new ErrorBody(code, message, List.of(fields)));
    }

    /** Something went beyond a limit. */
    static Refusal limit(int errorCode, String limit, long bound, long value, String explanation) {
        return new Refusal(
                errorCode,
                "limit-exceeded",
                "%s must be at most %d, was %d: %s".formatted(limit, bound, value, explanation),
                new FieldError(limit, value, explanation));
    }

    /** A request or payload goes beyond a limit; the connection lives on. */
    static Refusal limit(String limit, long bound, long value, String explanation) {
        return limit(ErrorFrameCodec.REJECTED, limit, bound, value, explanation);
    }

    /** Something took longer than a limit. */
    static Refusal time(int errorCode, String limit, Duration bound, Duration taken, String explanation) {
        return limit(errorCode, limit, bound.toMillis(), taken.toMillis(), explanation);
    }

    /** A frame of a request is not what the protocol says; the connection lives on. */
    static Refusal malformed(String message) {
        return new Refusal(ErrorFrameCodec.INVALID, "malformed-frame", message);
    }

    /** What came serves nothing and has no answer in the protocol, not even an error. */
    static Refusal unanswerable(String code, String message) {
        return new Refusal(ErrorFrameCodec.INVALID, code, message);
    }

    /** The connection itself is broken or abused, and ends. */
    static Refusal connection(String message) {
        return new Refusal(ErrorFrameCodec.CONNECTION_ERROR, "connection-error", message);
    }

    /** This refusal as JSON text. */
    String json() {
        return body.toText();
    }

    /** This refusal as RSocket wants it. */
    RSocketErrorException toException() {
        return new RSocketErrorException(errorCode, json());
    }
}
