package io.fluxlab.server.transport;

import io.fluxlab.loop.ClosingLoops;
import io.fluxlab.server.http.AllowedHosts;
import io.fluxlab.server.http.HttpAccess;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.EventExecutor;
import io.rsocket.Closeable;
import io.rsocket.core.RSocketServer;
import io.rsocket.frame.ErrorFrameCodec;
import io.rsocket.frame.decoder.PayloadDecoder;
import io.rsocket.transport.ServerTransport;
import io.rsocket.transport.local.LocalServerTransport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRoutes;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpServer;

/**
 * Serves RSocket on any number of TCP and HTTP ports, with its own event loops, within {@link TransportLimits}.
 * Thread-safe.
 */
public final class GuardedTransport {

    private final TransportLimits limits;
    private final Responders responders;
    private final TransportListener listener;
    private final Connections connections;
    private final SharedBudgets budgets;
    private final TlsPorts tls;
    private final ClosingLoops loops;
    private final Queue<DisposableServer> servers = new ConcurrentLinkedQueue<>();
    private final Queue<Closeable> locals = new ConcurrentLinkedQueue<>();

    private GuardedTransport(
            TransportLimits limits, Responders responders, TransportListener listener, @Nullable SslContext tls) {
        this.limits = limits;
        this.responders = responders;
        this.listener = listener;
        this.connections = new Connections(limits.connections(), listener);
        this.budgets = SharedBudgets.of(limits.shared());
        this.tls = new TlsPorts(tls, limits.times().firstFrame(), listener);
        this.loops = ClosingLoops.of("fluxlab-server", LoopResources.DEFAULT_IO_WORKER_COUNT);
    }

    /** A transport that listens nowhere yet, and will in plain text. */
    public static GuardedTransport of(TransportLimits limits, Responders responders, TransportListener listener) {
        return new GuardedTransport(limits, responders, listener, null);
    }

    /**
     * A transport that listens nowhere yet.
     *
     * @param limits what clients may take from it
     * @param tls what all its ports speak TLS with; null for plain text
     */
    public static GuardedTransport of(
            TransportLimits limits, Responders responders, TransportListener listener, @Nullable SslContext tls) {
        return new GuardedTransport(limits, responders, listener, tls);
    }

    /** Listens for RSocket over TCP; emits the bound address. */
    public Mono<InetSocketAddress> listenTcp(InetSocketAddress address) {
        return bound(tls.secure(TcpServer.create())
                .bindAddress(() -> address)
                .runOn(ignored -> loops.group())
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMarks())
                .doOnChannelInit((observer, channel, remote) -> {
                    tls.guard(channel, Door.TCP);
                    connections.waiting().enter(channel, Peer.of(Door.TCP, channel));
                })
                .doOnConnection(
                        connection -> serve(connection, new TcpFraming(), Peer.of(Door.TCP, connection.channel()))
                                .then(Mono.<Void>never())
                                .subscribe(connection.disposeSubscriber()))
                .bind());
    }

    /**
     * Listens for HTTP, with RSocket over WebSocket on {@code /rsocket}; emits the bound address.
     *
     * @param hosts what requests may call this server
     * @param pages what else is served there, by GET and HEAD
     */
    public Mono<InetSocketAddress> listenHttp(
            InetSocketAddress address, AllowedHosts hosts, Consumer<? super HttpServerRoutes> pages) {
        HttpAccess access = HttpAccess.of(hosts, limits.http());
        WebSocketUpgrade upgrade = new WebSocketUpgrade(
                limits.requests(),
                connections,
                listener,
                connection -> serve(connection, new WebSocketFraming(), Peer.of(Door.WEBSOCKET, connection.channel())));
        return bound(tls.secure(HttpServer.create())
                .bindAddress(() -> address)
                .runOn(ignored -> loops.group())
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMarks())
                .httpRequestDecoder(
                        spec -> spec.maxInitialLineLength(limits.http().lineBytes())
                                .maxHeaderSize(limits.http().headerBytes()))
                .doOnChannelInit((observer, channel, remote) -> {
                    Peer peer = Peer.of(Door.HTTP, channel);
                    tls.guard(channel, Door.HTTP);
                    connections.http().enter(channel, peer);
                    access.guard(
                            channel,
                            request -> connections.http().refresh(channel),
                            why -> listener.refused(peer, why));
                })
                .route(routes -> {
                    upgrade.accept(routes);
                    pages.accept(routes);
                    upgrade.refuseOthers(routes);
                })
                .bind());
    }

    private Mono<InetSocketAddress> bound(Mono<? extends DisposableServer> binding) {
        return binding.doOnNext(servers::add).map(server -> (InetSocketAddress) server.address());
    }

    private WriteBufferWaterMark waterMarks() {
        return new WriteBufferWaterMark(
                limits.outbound().lowWaterBytes(), limits.outbound().highWaterBytes());
    }

    /** Listens for clients in this JVM, under a name; they are trusted, and only answered asynchronously. */
    public Mono<Void> listenLocally(String name) {
        return LocalServerTransport.create(name)
                .start(acceptor(limits.outbound().gate(() -> true), Peer.LOCAL, responders))
                .doOnNext(locals::add)
                .then();
    }

    /** Speaks RSocket on a connection until it ends. */
    Mono<Void> serve(Connection channel, Framing framing, Peer peer) {
        listener.opened(peer);
        channel.onTerminate().subscribe(nothing -> {}, error -> listener.closed(peer), () -> listener.closed(peer));
        GuardedConnection connection = new GuardedConnection(
                        channel,
                        framing,
                        limits,
                        budgets,
                        () -> connections.seat(channel.channel(), peer),
                        why -> listener.refused(peer, why.body()))
                .start();
        connections.add(connection);
        Responders followed = (setup, from) -> connection.follow(responders.responder(setup, from));
        return acceptor(connection.responses(), peer, followed).apply(connection);
    }

    private ServerTransport.ConnectionAcceptor acceptor(DemandGate gate, Peer peer, Responders responding) {
        int mostBytes =
                Math.max(limits.outbound().responseBytes(), limits.requests().requestBytes()) + 64;
        return RSocketServer.create((setup, requester) -> Mono.defer(() -> responding.responder(setup, peer))
                        .map(responder -> new GuardedResponder(responder, gate)))
                .payloadDecoder(PayloadDecoder.DEFAULT)
                .maxInboundPayloadSize(mostBytes)
                .maxTimeToFirstFrame(limits.times().firstFrame().plus(GuardedConnection.LINGER.multipliedBy(2)))
                .asConnectionAcceptor(mostBytes);
    }

    /** The event loops, to be looked at. */
    public Iterable<EventExecutor> loops() {
        return loops.group();
    }

    /** Connections that speak RSocket now. */
    public int connections() {
        return connections.count();
    }

    /** Accepts no new connections; those that exist go on. */
    public Mono<Void> stopAccepting() {
        return Mono.defer(() -> {
            List<DisposableServer> listening = List.copyOf(servers);
            listening.forEach(DisposableServer::dispose);
            return Mono.whenDelayError(
                    listening.stream().map(DisposableServer::onDispose).toList());
        });
    }

    /** Tells every peer that the server stops, closes the connections, and then the event loops. */
    public Mono<Void> close() {
        Refusal stops = new Refusal(ErrorFrameCodec.CONNECTION_CLOSE, "server-stopped", "the server stops");
        return stopAccepting()
                .doOnSubscribe(subscription -> locals.forEach(Closeable::dispose))
                .then(connections.close(stops.toException()))
                .then(loops.close(Duration.ofSeconds(2)));
    }
}
