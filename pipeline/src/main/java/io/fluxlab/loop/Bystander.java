package io.fluxlab.loop;

import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyRecorder;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * A small piece of foreign I/O that shares the home loop: an echo of one byte over a loopback connection, served by the
 * home loop and driven from another one at a fixed rate. Its latency is what a lane did to everyone else.
 *
 * <p>The load is open-loop: a request is sent when it is due, whether or not earlier ones were answered, and its latency
 * counts from the time it was due, so that a stalled loop can't hide its stall (coordinated omission: Gil Tene, "How NOT
 * to Measure Latency").
 *
 * <p>Thread-safe.
 */
public final class Bystander {

    private final Channel client;
    private final Pinger pinger;

    private Bystander(Channel client, Pinger pinger) {
        this.client = client;
        this.pinger = pinger;
    }

    /** A connected bystander that sends nothing yet. Starts at subscription. Its channels close with the two loops. */
    public static Mono<Bystander> open(EventLoop home, EventLoop driver, Duration period) {
        Pinger pinger = new Pinger(driver, period, new LatencyRecorder());
        return serve(home)
                .flatMap(server -> connect(driver, server.localAddress(), pinger))
                .flatMap(client -> pinger.greet(client).thenReturn(new Bystander(client, pinger)));
    }

    /** Sends the first request now and then one each period. */
    public void start() {
        pinger.start(client);
    }

    /** The latency since the previous call. Requests that wait longer than a period count with the time they have waited. */
    public Latency interval() {
        return pinger.latency().interval(pinger.waitingNanos());
    }

    /**
     * Sends what is due, and then no more, and completes, on the driver's thread, with the latency of everything since {@link #start} once all
     * is answered, or after {@code patience}: what is unanswered then counts with the time that it has waited.
     */
    public Mono<Latency> finish(Duration patience) {
        return pinger.finish(patience);
    }

    private static Mono<Channel> serve(EventLoop home) {
        return Mono.create(sink -> new ServerBootstrap()
                .group(home)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Echo());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addListener(Completion.of(sink)));
    }

    private static Mono<Channel> connect(EventLoop driver, SocketAddress address, Pinger pinger) {
        return Mono.create(sink -> new Bootstrap()
                .group(driver)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(pinger)
                .connect(address)
                .addListener(Completion.of(sink)));
    }

    /** Answers every byte with itself. */
    static final class Echo extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            context.writeAndFlush((ByteBuf) message, context.voidPromise());
        }

        /** The driving end is gone: nobody waits for an answer. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
