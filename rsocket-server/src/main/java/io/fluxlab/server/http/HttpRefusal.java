package io.fluxlab.server.http;

import io.fluxlab.error.FieldError;
import io.fluxlab.wire.ErrorBody;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an HTTP request is refused. Immutable.
 *
 * @param body what is wrong, with the value and what would be right
 */
record HttpRefusal(HttpResponseStatus status, ErrorBody body) {

    /** A field of the request is not what it must be. */
    static HttpRefusal of(
            HttpResponseStatus status, String code, String field, @Nullable Object value, String message) {
        return new HttpRefusal(status, new ErrorBody(code, message, List.of(new FieldError(field, value, message))));
    }

    /** The request is not what HTTP says. */
    static HttpRefusal malformed(String field, @Nullable Object value, String message) {
        return of(HttpResponseStatus.BAD_REQUEST, "malformed-request", field, value, message);
    }

    /** Something went beyond a limit. */
    static HttpRefusal limit(HttpResponseStatus status, String limit, long bound, long value, String explanation) {
        return of(
                status,
                "limit-exceeded",
                limit,
                value,
                "%s must be at most %d, was %d: %s".formatted(limit, bound, value, explanation));
    }
}
