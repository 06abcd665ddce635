package io.fluxlab.server.http;

import io.fluxlab.wire.ErrorBody;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/** Judges the head of each request, before anything is done about it. Immutable. */
public final class HttpAccess {

    private final AllowedHosts hosts;
    private final HttpLimits limits;

    private HttpAccess(AllowedHosts hosts, HttpLimits limits) {
        this.hosts = hosts;
        this.limits = limits;
    }

    /**
     * Access within these limits.
     *
     * @param hosts what a request may call this server
     */
    public static HttpAccess of(AllowedHosts hosts, HttpLimits limits) {
        return new HttpAccess(hosts, limits);
    }

    /**
     * Puts a guard in front of all that a new channel may ask for.
     *
     * @param requests hears of each request that passes, on the channel's event loop
     * @param refusals hears of what is refused, on that loop
     */
    public void guard(Channel channel, Consumer<? super HttpRequest> requests, Consumer<? super ErrorBody> refusals) {
        channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, HttpGuard.NAME, new HttpGuard(this, limits, requests, refusals));
    }

    /** What is wrong with this request, if anything is. */
    @Nullable
    HttpRefusal refusal(HttpRequest request, Channel channel) {
        HttpRefusal problem = form(request);
        if (problem == null) {
            problem = origin(request, channel);
        }
        return problem == null ? content(request) : problem;
    }

    private @Nullable HttpRefusal form(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return unreadable(request.decoderResult().cause());
        }
        if (request.protocolVersion().majorVersion() != 1) {
            return HttpRefusal.of(
                    HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED,
                    "malformed-request",
                    "version",
                    request.protocolVersion().text(),
                    "HTTP/1.1 is spoken here, not " + request.protocolVersion().text());
        }
        int headers = request.headers().size();
        return headers <= limits.headers()
                ? null
                : HttpRefusal.limit(
                        HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                        "headers",
                        limits.headers(),
                        headers,
                        "the request has too many of them");
    }

    private HttpRefusal unreadable(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line ->
                tooLong(HttpResponseStatus.REQUEST_URI_TOO_LONG, "lineBytes", limits.lineBytes());
            case TooLongHttpHeaderException header ->
                tooLong(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "headerBytes", limits.headerBytes());
            default -> HttpRefusal.malformed("request", null, "this is no request of HTTP: " + cause.getMessage());
        };
    }

    private static HttpRefusal tooLong(HttpResponseStatus status, String limit, int bound) {
        return HttpRefusal.limit(status, limit, bound, bound + 1L, "the head of the request is too long");
    }

    private @Nullable HttpRefusal origin(HttpRequest request, Channel channel) {
        boolean secure = channel.pipeline().get(SslHandler.class) != null;
        List<String> named = request.headers().getAll(HttpHeaderNames.HOST);
        Authority host = named.size() == 1 ? Authority.parse(named.get(0)) : null;
        if (host == null) {
            String value = String.join(", ", named);
            return HttpRefusal.malformed(
                    "host", value, "the request must name one host, with a port or without, was \"" + value + "\"");
        }
        if (!Target.fits(request.uri(), host, secure)) {
            return HttpRefusal.malformed(
                    "target",
                    request.uri(),
                    "the target must be a path on the host that the request names, with what a URI may not hold escaped");
        }
        if (!hosts.allow(host, local(channel))) {
            return HttpRefusal.of(
                    HttpResponseStatus.FORBIDDEN,
                    "foreign-host",
                    "host",
                    host.host(),
                    "the host must be localhost, the address that this came in on, or one that is allowed"
                            + " (--allow-host), was " + host.host());
        }
        return page(request.headers().getAll(HttpHeaderNames.ORIGIN), host, secure);
    }

    private static @Nullable HttpRefusal page(List<String> origins, Authority host, boolean secure) {
        if (origins.size() > 1) {
            String value = String.join(", ", origins);
            return HttpRefusal.malformed("origin", value, "a request comes from one origin at most, not from " + value);
        }
        if (origins.isEmpty() || Target.isSameOrigin(origins.get(0), host, secure)) { // programs send no origin
            return null;
        }
        return HttpRefusal.of(
                HttpResponseStatus.FORBIDDEN,
                "foreign-origin",
                "origin",
                origins.get(0),
                "pages of " + origins.get(0) + " may not ask here");
    }

    private static @Nullable InetAddress local(Channel channel) {
        return channel.localAddress() instanceof InetSocketAddress inet ? inet.getAddress() : null;
    }

    private static @Nullable HttpRefusal content(HttpRequest request) {
        HttpMethod method = request.method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            return HttpRefusal.of(
                    HttpResponseStatus.METHOD_NOT_ALLOWED,
                    "method-not-allowed",
                    "method",
                    method.name(),
                    "the method must be GET or HEAD, was " + method.name());
        }
        return hasBody(request)
                ? HttpRefusal.of(
                        HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
                        "body-refused",
                        "body",
                        request.headers().get(HttpHeaderNames.CONTENT_LENGTH),
                        "bodies of requests are not read here")
                : null;
    }

    static boolean hasBody(HttpRequest request) {
        return HttpUtil.isTransferEncodingChunked(request) || HttpUtil.getContentLength(request, 0L) > 0;
    }
}
