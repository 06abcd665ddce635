package io.fluxlab.client;

import io.netty.channel.ChannelOption;
import io.netty.resolver.DefaultAddressResolverGroup;
import io.rsocket.DuplexConnection;
import io.rsocket.transport.ClientTransport;
import io.rsocket.transport.local.LocalClientTransport;
import io.rsocket.transport.netty.client.TcpClientTransport;
import io.rsocket.transport.netty.client.WebsocketClientTransport;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpClient;

/**
 * Opens connections to one address. They share one event-loop thread, which starts with the first of them; within this
 * JVM there is none. Thread-safe.
 */
final class Dialer implements ClientTransport {

    private final LoopResources loops = LoopResources.create("fluxlab-client", 1, true);
    private final ClientTransport transport;
    private final Duration timeout;

    private Dialer(LabAddress address, Duration timeout) {
        this.timeout = timeout;
        this.transport = switch (address) {
            case LabAddress.Tcp tcp ->
                TcpClientTransport.create(towards(TcpClient.newConnection(), tcp.host(), tcp.port()));
            case LabAddress.WebSocket ws ->
                WebsocketClientTransport.create(
                        towards(HttpClient.newConnection().disableRetry(true), ws.host(), ws.port()), ws.path());
            case LabAddress.Local local -> LocalClientTransport.create(local.name());
        };
    }

    /** Connects to {@code address} in at most {@code timeout}. */
    static Dialer to(LabAddress address, Duration timeout) {
        return new Dialer(address, timeout);
    }

    @Override
    public Mono<DuplexConnection> connect() {
        if (transport instanceof LocalClientTransport) {
            return transport.connect();
        }
        return Mono.defer(() -> transport.connect().timeout(timeout, Mono.error(this::timeIsUp), clock()));
    }

    @Override
    public int maxFrameLength() {
        return transport.maxFrameLength();
    }

    /** Ends the thread. Starts at subscription. */
    Mono<Void> close() {
        return loops.disposeLater(Duration.ZERO, Duration.ofSeconds(2));
    }

    private Scheduler clock() {
        return Schedulers.fromExecutorService(
                loops.onClient(LoopResources.DEFAULT_NATIVE).next());
    }

    private TimeoutException timeIsUp() {
        return new TimeoutException("no connection within %d ms".formatted(timeout.toMillis()));
    }

    /** Names are resolved by the platform, so that hosts files and search domains count. */
    private <T extends reactor.netty.transport.ClientTransport<T, ?>> T towards(T client, String host, int port) {
        return client.runOn(loops)
                .resolver(DefaultAddressResolverGroup.INSTANCE)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timeout.toMillis())
                .host(host)
                .port(port);
    }
}
