package io.fluxlab.server.transport;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.rsocket.frame.ErrorFrameCodec;
import java.util.function.Consumer;
import java.util.function.Function;
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
 */
final class WebSocketUpgrade implements Consumer<HttpServerRoutes> {

    private static final String PATH = "/rsocket";
    private static final String VERSION = "13";

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
                .maxFramePayloadLength(limits.frameBytes())
                .build();
    }

    @Override
    public void accept(HttpServerRoutes routes) {
        routes.get(PATH, this::upgrade);
    }

    /** Answers what no route before this one does. */
    void refuseOthers(HttpServerRoutes routes) {
        routes.route(
                request -> true,
                (request, response) -> refuse(
                        request,
                        response,
                        HttpResponseStatus.NOT_FOUND,
                        http("not-found", "nothing is served at /" + request.path())));
    }

    private Publisher<Void> upgrade(HttpServerRequest request, HttpServerResponse response) {
        HttpHeaders headers = request.requestHeaders();
        if (!isUpgrade(headers)) {
            return otherProtocol(request, response, PATH + " is a WebSocket");
        }
        if (!VERSION.equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
            return otherProtocol(request, response, "version " + VERSION + " of WebSocket is spoken here");
        }
        if (!headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)) {
            return refuse(
                    request,
                    response,
                    HttpResponseStatus.BAD_REQUEST,
                    http("malformed-request", "the request must carry a Sec-WebSocket-Key"));
        }
        Channel channel = ((Connection) request).channel();
        AuthorizationHeader.keep(headers, channel);
        Peer peer = Peer.of(Door.WEBSOCKET, channel);
        Refusal full = connections.refusal(peer);
        if (full != null) {
            return refuse(request, response, HttpResponseStatus.SERVICE_UNAVAILABLE, full);
        }
        EarlyBytes.refuse(channel.pipeline());
        connections.http().leave(channel);
        connections.waiting().enter(channel, peer);
        return response.sendWebsocket(
                (inbound, outbound) -> serve.apply((Connection) inbound).then(outbound.neverComplete()), spec);
    }

    /** Whether Netty will take it for a handshake (RFC 6455, section 4.2.1): it fails on what is none. */
    private static boolean isUpgrade(HttpHeaders headers) {
        return headers.contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true);
    }

    private Publisher<Void> otherProtocol(HttpServerRequest request, HttpServerResponse response, String message) {
        response.header(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
                .header(HttpHeaderNames.SEC_WEBSOCKET_VERSION, VERSION);
        return refuse(request, response, HttpResponseStatus.UPGRADE_REQUIRED, http("websocket-only", message));
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
