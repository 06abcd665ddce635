package io.fluxlab.server.transport;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AttributeKey;
import java.util.List;
import java.util.Optional;

/**
 * The header {@code Authorization} of a request of HTTP: what somebody shows to prove who they are. Immutable.
 *
 * @param text its value; empty where there was more than one, or where it is longer than any proof
 */
public record AuthorizationHeader(String text) {

    private static final AttributeKey<AuthorizationHeader> KEY = AttributeKey.valueOf("fluxlab.authorization");
    private static final int MOST_CHARACTERS = 1024;

    /** The header, if there is one. */
    static Optional<AuthorizationHeader> of(HttpHeaders headers) {
        List<String> all = headers.getAll(HttpHeaderNames.AUTHORIZATION);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        boolean isProof = all.size() == 1 && all.get(0).length() <= MOST_CHARACTERS;
        return Optional.of(new AuthorizationHeader(isProof ? all.get(0) : ""));
    }

    /** Keeps what a request has shown whose connection becomes a WebSocket. */
    static void keep(HttpHeaders headers, Channel channel) {
        of(headers).ifPresent(channel.attr(KEY)::set);
    }

    /** What was kept. */
    static Optional<AuthorizationHeader> kept(Channel channel) {
        return Optional.ofNullable(channel.attr(KEY).get());
    }

    /** Nothing of it: a secret must not get into a log. */
    @Override
    public String toString() {
        return "AuthorizationHeader[]";
    }
}
