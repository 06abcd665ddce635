package io.fluxlab.server.transport;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AttributeKey;
import io.rsocket.frame.ErrorFrameCodec;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import reactor.netty.http.server.WebsocketServerSpec;

/**
 * The route {@code /rsocket}: turns an HTTP request into a WebSocket that carries RSocket, or says in plain HTTP why
 * not. Thread-safe.
 *
 * <p>A page of another origin may not connect: a lab on a developer's machine would otherwise be open to every page that
 * the developer visits.
 */
final class WebSocketUpgrade implements Consumer<HttpServerRoutes> {

    private static final String PATH = "/rsocket";
    private static final String VERSION = "13";
    private static final AttributeKey<Connections.Admission> ADMISSION = AttributeKey.valueOf("fluxlab.admission");

    private final Connections connections;
    private final TransportListener listener;
    private final Function<Connection, Mono<Void>> serve;
    private final WebsocketServerSpec spec;

    /**
     * @param serve speaks RSocket on the connection until it ends
     */
    WebSocketUpgrade(
            RequestLimits limits,
            Connections connections,
            TransportListener listener,
            Function<Connection, Mono<Void>> serve) {
        this.connections = connections;
        this.listener = listener;
        this.serve = serve;
        this.spec = WebsocketServerSpec.builder()
                .maxFramePayloadLength(new WebSocketFraming().mostBytes(limits))
                .build();
    }

    /** Counts a new channel among the connections. */
    void admit(Channel channel) {
        Connections.Admission admission = connections.admit(channel);
        channel.attr(ADMISSION).set(admission);
        if (admission == Connections.Admission.DROPPED) {
            channel.close();
        }
    }

    @Override
    public void accept(HttpServerRoutes routes) {
        routes.get(PATH, this::upgrade);
    }

    private Publisher<Void> upgrade(HttpServerRequest request, HttpServerResponse response) {
        HttpHeaders headers = request.requestHeaders();
        if (!isHandshake(headers)) {
            response.header(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
                    .header(HttpHeaderNames.SEC_WEBSOCKET_VERSION, VERSION);
            return refuse(
                    request,
                    response,
                    HttpResponseStatus.UPGRADE_REQUIRED,
                    http("websocket-only", PATH + " is a WebSocket"));
        }
        String origin = headers.get(HttpHeaderNames.ORIGIN);
        if (!isSameOrigin(origin, headers.get(HttpHeaderNames.HOST))) {
            return refuse(
                    request,
                    response,
                    HttpResponseStatus.FORBIDDEN,
                    http("foreign-origin", "pages of " + origin + " may not connect"));
        }
        if (((Connection) request).channel().attr(ADMISSION).get() != Connections.Admission.ADMITTED) {
            return refuse(
                    request,
                    response,
                    HttpResponseStatus.SERVICE_UNAVAILABLE,
                    connections.refusal(ErrorFrameCodec.REJECTED_SETUP));
        }
        EarlyBytes.refuse(((Connection) request).channel().pipeline());
        return response.sendWebsocket(
                (inbound, outbound) -> serve.apply((Connection) inbound).then(outbound.neverComplete()), spec);
    }

    /** Whether Netty will take it for the handshake of RFC 6455 (section 4.2.1): it fails on what is none. */
    private static boolean isHandshake(HttpHeaders headers) {
        return headers.contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                && VERSION.equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))
                && headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY);
    }

    /** Programs send no origin; of pages, the scheme does not matter. */
    private static boolean isSameOrigin(@Nullable String origin, @Nullable String host) {
        return origin == null || origin.substring(origin.indexOf("//") + 2).equalsIgnoreCase(host);
    }

    private static Refusal http(String code, String message) {
        return new Refusal(ErrorFrameCodec.REJECTED_SETUP, code, message);
    }

    private Publisher<Void> refuse(
            HttpServerRequest request, HttpServerResponse response, HttpResponseStatus status, Refusal refusal) {
        listener.refused(Peer.of(Door.HTTP, ((Connection) request).channel()), refusal.body());
        return response.status(status)
                .keepAlive(false)
                .header(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .sendString(Mono.just(refusal.json()));
    }
}
