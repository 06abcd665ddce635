package io.fluxlab.server.status;

import io.fluxlab.error.FieldError;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.server.identity.Denial;
import io.fluxlab.wire.ErrorBody;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * What HTTP says to somebody who may not see a page. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1">RFC 9110, section 11.6.1</a>
 */
record StatusDenial(RejectedRequestException why) {

    private static final String BEARER = "Bearer realm=\"fluxlab\"";
    private static final String BASIC = "Basic realm=\"fluxlab\", charset=\"UTF-8\"";

    HttpResponseStatus status() {
        return switch (why.code()) {
            case Denial.UNAUTHENTICATED -> HttpResponseStatus.UNAUTHORIZED;
            case Denial.TOO_MANY_ATTEMPTS -> HttpResponseStatus.TOO_MANY_REQUESTS;
            default -> HttpResponseStatus.FORBIDDEN;
        };
    }

    String body() {
        return ErrorBody.of(why).toText();
    }

    /** Says what to show, or when to come again. */
    void addHeaders(HttpHeaders headers) {
        if (status().equals(HttpResponseStatus.UNAUTHORIZED)) {
            headers.add(HttpHeaderNames.WWW_AUTHENTICATE, BEARER);
            headers.add(HttpHeaderNames.WWW_AUTHENTICATE, BASIC);
        }
        why.fields().stream()
                .filter(field -> field.field().equals(Denial.WAIT_SECONDS))
                .map(FieldError::value)
                .forEach(seconds -> headers.set(HttpHeaderNames.RETRY_AFTER, seconds));
    }
}
