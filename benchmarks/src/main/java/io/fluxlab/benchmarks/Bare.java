package io.fluxlab.benchmarks;

import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.SocketAcceptor;
import io.rsocket.core.RSocketConnector;
import io.rsocket.core.RSocketServer;
import io.rsocket.frame.decoder.PayloadDecoder;
import io.rsocket.transport.netty.client.TcpClientTransport;
import io.rsocket.transport.netty.server.CloseableChannel;
import io.rsocket.transport.netty.server.TcpServerTransport;
import io.rsocket.util.DefaultPayload;
import java.util.function.IntFunction;
import reactor.core.publisher.Flux;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpClient;
import reactor.netty.tcp.TcpServer;

/**
 * A bare rsocket-java server on loopback and a client that takes frames from it, counts them and looks at none. Each
 * has an event loop of its own. The client asks for all frames at once, as that of a lab does; with a window of them it
 * is slower. Not thread-safe.
 */
final class Bare implements AutoCloseable {

    private final LoopResources serverLoop = LoopResources.create("bare-server", 1, true);
    private final LoopResources clientLoop = LoopResources.create("bare-client", 1, true);
    private final CloseableChannel server;
    private final RSocket client;
    private int frames;

    /** {@code frame} makes the data of each. */
    Bare(IntFunction<byte[]> frame) {
        server = RSocketServer.create(SocketAcceptor.forRequestStream(request -> {
                    request.release();
                    return Flux.range(0, frames).map(index -> DefaultPayload.create(frame.apply(index)));
                }))
                .payloadDecoder(PayloadDecoder.ZERO_COPY)
                .bindNow(TcpServerTransport.create(
                        TcpServer.create().host("127.0.0.1").port(0).runOn(serverLoop)));
        client = RSocketConnector.create()
                .payloadDecoder(PayloadDecoder.ZERO_COPY)
                .connect(TcpClientTransport.create(
                        TcpClient.newConnection().remoteAddress(server::address).runOn(clientLoop)))
                .blockOptional()
                .orElseThrow();
    }

    /** How many frames a second come through, of so many. */
    double framesPerSecond(int count) {
        frames = count;
        long start = System.nanoTime();
        Long came = client.requestStream(DefaultPayload.create(""))
                .doOnNext(Payload::release)
                .count()
                .block();
        if (came == null || came != count) {
            throw new IllegalStateException("%s of %d frames came".formatted(came, count));
        }
        return count * 1e9 / (System.nanoTime() - start);
    }

    @Override
    public void close() {
        client.dispose();
        server.dispose();
        clientLoop.dispose();
        serverLoop.dispose();
    }
}
