package io.fluxlab.loop;

import io.fluxlab.measure.Latency;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * A small piece of foreign I/O that shares the home loop: it is asked for the time over a loopback connection, from another
 * thread and at a fixed rate. The time between when a request was due and when it was served is its latency: what a lane
 * did to everyone else.
 *
 * <p>The load is open-loop: a request is sent when it is due, whether or not earlier ones were answered, and its latency
 * counts from the time it was due, so that a stalled loop can't hide its stall (coordinated omission: Gil Tene, "How NOT
 * to Measure Latency").
 *
 * <p>Where more runs go on in this JVM than it can be asked for at such a rate, requests are due less often, and fewer
 * latencies are counted: a stall that is shorter than the time between two requests may fall between them.
 *
 * <p>Thread-safe.
 */
public final class Bystander {

    private final Pinger pinger;

    private Bystander(Pinger pinger) {
        this.pinger = pinger;
    }

    /**
     * A connected bystander that sends nothing yet. Starts at subscription. Each end closes with its thread.
     *
     * @param period between two requests, at the least: where many runs go on, theirs are further apart
     */
    public static Mono<Bystander> open(EventLoop home, TimerThread driver, Duration period) {
        return open(home, driver, Pace.of(period));
    }

    static Mono<Bystander> open(EventLoop home, TimerThread driver, Pace pace) {
        Pinger pinger = new Pinger(driver, pace);
        return serve(home)
                .flatMap(server -> pinger.greet(server.localAddress()))
                .thenReturn(new Bystander(pinger));
    }

    /** Sends the first request now and then one each period. */
    public void start() {
        pinger.start();
    }

    /** The latency since the previous call. Requests that wait longer than two periods count with the time they have waited. */
    public Latency interval() {
        return pinger.latency().interval(pinger.waitingNanos());
    }

    /**
     * Sends what is due, and then no more, and completes, on the driver's thread, with the latency of everything since
     * {@link #start} once all is answered, or after {@code patience}: what is unanswered then counts with the time that it
     * has waited.
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
                        channel.pipeline().addLast(new TimeServer());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addListener(Completion.of(sink)));
    }

    /** Answers every byte with the time at which it was served. */
    static final class TimeServer extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf requests = (ByteBuf) message;
            int count = requests.readableBytes();
            requests.release();
            long nowNanos = System.nanoTime();
            ByteBuf answers = context.alloc().buffer(count * Long.BYTES);
            for (int i = 0; i < count; i++) {
                answers.writeLong(nowNanos);
            }
            context.writeAndFlush(answers, context.voidPromise());
        }

        /** The driving end is gone: nobody waits for an answer. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
