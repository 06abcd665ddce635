package io.fluxlab.server.transport;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rsocket.RSocketErrorException;
import io.rsocket.frame.ErrorFrameCodec;
import java.util.List;

/**
 * Why a request or a connection is refused: the content of an RSocket error frame. Immutable.
 *
 * @param errorCode the frame's code, as in {@link ErrorFrameCodec}
 * @param code the kind of refusal, in kebab-case
 * @param message what is wrong, with the value and the bound
 * @param fields the settings or parameters that it is about; may be empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Refusal(@JsonIgnore int errorCode, String code, String message, List<Field> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Refusal {
        fields = List.copyOf(fields);
    }

    /** One setting or parameter, the value it met, and what would be right. */
    record Field(String field, Object value, String message) {}

    /** Something went beyond a limit. */
    static Refusal limit(int errorCode, String limit, Object bound, Object value, String explanation) {
        return new Refusal(
                errorCode,
                "limit-exceeded",
                limit + " is " + bound + ": " + explanation,
                List.of(new Field(limit, value, "at most " + bound)));
    }

    /** A request or payload goes beyond a limit; the connection lives on. */
    static Refusal limit(String limit, Object bound, Object value, String explanation) {
        return limit(ErrorFrameCodec.REJECTED, limit, bound, value, explanation);
    }

    /** A frame of a request is not what the protocol says; the connection lives on. */
    static Refusal malformed(String message) {
        return new Refusal(ErrorFrameCodec.INVALID, "malformed-frame", message, List.of());
    }

    /** The connection itself is broken or abused, and ends. */
    static Refusal connection(String message) {
        return new Refusal(ErrorFrameCodec.CONNECTION_ERROR, "connection-error", message, List.of());
    }

    /** This refusal as JSON text. */
    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a refusal is plain data", e);
        }
    }

    /** This refusal as RSocket wants it. */
    RSocketErrorException toException() {
        return new RSocketErrorException(errorCode, json());
    }
}
