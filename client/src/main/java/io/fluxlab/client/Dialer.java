package io.fluxlab.client;

import io.fluxlab.loop.ClosingLoops;
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
import reactor.netty.tcp.SslProvider;
import reactor.netty.tcp.TcpClient;

/**
 * Opens connections to one address. They share one event-loop thread, which starts with the first of them; within this
 * JVM there is none. Thread-safe.
 */
final class Dialer implements ClientTransport {

    private final ClosingLoops loops = ClosingLoops.of("fluxlab-client", 1);
    private final LabAddress address;
    private final ClientTls tls;
    private final Duration timeout;

    private Dialer(LabAddress address, ClientOptions options) {
        this.address = address;
        this.tls = options.tls();
        this.timeout = options.connectTimeout();
    }

    /** Connects to an address in the time that the options say. */
    static Dialer to(LabAddress address, ClientOptions options) {
        return new Dialer(address, options);
    }

    @Override
    public Mono<DuplexConnection> connect() {
        return Mono.defer(() -> address instanceof LabAddress.Local
                ? transport().connect()
                : transport().connect().timeout(timeout, Mono.error(this::timeIsUp), clock()));
    }

    /** Certificates are read for each connection: they may have changed since the last. */
    private ClientTransport transport() {
        return switch (address) {
            case LabAddress.Tcp tcp -> {
                TcpClient plain = TcpClient.newConnection();
                TcpClient client =
                        tcp.tls().map(this::provider).map(plain::secure).orElse(plain);
                yield TcpClientTransport.create(towards(client, tcp.host(), tcp.port()));
            }
            case LabAddress.WebSocket ws -> {
                HttpClient plain = HttpClient.newConnection().disableRetry(true);
                HttpClient client =
                        ws.tls().map(this::provider).map(plain::secure).orElse(plain);
                yield WebsocketClientTransport.create(towards(client, ws.host(), ws.port()), ws.path());
            }
            case LabAddress.Local local -> LocalClientTransport.create(local.name());
        };
    }

    private SslProvider provider(LabAddress.Verification verification) {
        return SslProvider.builder()
                .sslContext(tls.context(verification))
                .handshakeTimeout(timeout)
                .build();
    }

    /** Closes every connection, those too that are being opened, and ends the thread. Starts at subscription. */
    Mono<Void> close() {
        return loops.close(Duration.ofSeconds(2));
    }

    private Scheduler clock() {
        return Schedulers.fromExecutorService(loops.group().next());
    }

    private TimeoutException timeIsUp() {
        return new TimeoutException("no connection within %d ms".formatted(timeout.toMillis()));
    }

    /** Names are resolved by the platform, so that hosts files and search domains count. */
    private <T extends reactor.netty.transport.ClientTransport<T, ?>> T towards(T client, String host, int port) {
        return client.runOn(ignored -> loops.group())
                .resolver(DefaultAddressResolverGroup.INSTANCE)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timeout.toMillis())
                .host(host)
                .port(port);
    }
}
