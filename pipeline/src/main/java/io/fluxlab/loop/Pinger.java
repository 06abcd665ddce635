package io.fluxlab.loop;

import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyRecorder;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;

/**
 * The driving end of the bystander. Request {@code k} is due at {@code start + k * period}; the time from there to its
 * answer is its latency. Confined to the driver's thread, but for what is said to be thread-safe.
 */
final class Pinger extends SimpleChannelInboundHandler<ByteBuf> {

    private final EventLoop driver;
    private final long periodNanos;
    private final LatencyRecorder latency;
    private final Queue<Long> unanswered = new ArrayDeque<>();
    private final Sinks.One<Latency> finished = Sinks.one();
    private long nextDueNanos;

    /** Of the first request without an answer. Requests are answered in order, so that all later ones wait too. */
    private volatile long firstUnansweredNanos;

    private volatile boolean started;
    private boolean finishing;
    private @Nullable Channel client;
    private @Nullable Future<?> ticks;
    private @Nullable MonoSink<Void> greeting;

    Pinger(EventLoop driver, Duration period, LatencyRecorder latency) {
        this.driver = driver;
        this.periodNanos = period.toNanos();
        this.latency = latency;
    }

    LatencyRecorder latency() {
        return latency;
    }

    /** One exchange that does not count: the first one pays for loading and linking what all others use. */
    Mono<Void> greet(Channel connected) {
        return Mono.create(sink -> driver.execute(() -> {
            greeting = sink;
            connected.writeAndFlush(connected.alloc().buffer(1).writeZero(1), connected.voidPromise());
        }));
    }

    void start(Channel connected) {
        long firstDueNanos = System.nanoTime();
        driver.execute(() -> {
            nextDueNanos = firstDueNanos;
            firstUnansweredNanos = firstDueNanos;
            started = true;
            client = connected;
            ticks = driver.scheduleAtFixedRate(this::send, 0, periodNanos, TimeUnit.NANOSECONDS);
        });
    }

    Mono<Latency> finish(Duration patience) {
        return Mono.defer(() -> {
            driver.execute(() -> {
                finishing = true;
                if (ticks != null) {
                    ticks.cancel(false);
                    send(); // what has been due since the last tick counts too
                }
                endIfAnswered();
                driver.schedule(this::giveUp, patience.toNanos(), TimeUnit.NANOSECONDS);
            });
            return finished.asMono();
        });
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf answers) {
        if (greeting != null) {
            greeting.success();
            greeting = null;
            return;
        }
        long now = System.nanoTime();
        for (int i = answers.readableBytes(); i > 0; i--) {
            Long dueNanos = unanswered.poll();
            if (dueNanos != null) {
                latency.record(now - dueNanos);
            }
        }
        noteUnanswered();
        if (finishing) {
            endIfAnswered();
        }
    }

    /** How long each request has waited that has no answer although the next one is due. Thread-safe. */
    LongStream waitingNanos() {
        long longest = started ? System.nanoTime() - firstUnansweredNanos : 0;
        return LongStream.iterate(longest, nanos -> nanos > periodNanos, nanos -> nanos - periodNanos);
    }

    private void noteUnanswered() {
        Long first = unanswered.peek();
        firstUnansweredNanos = first == null ? nextDueNanos : first;
    }

    /** The home loop is gone, and its end of the connection with it. What is due from now on stays unanswered. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private void send() {
        int due = 0;
        for (long now = System.nanoTime(); nextDueNanos - now <= 0; nextDueNanos += periodNanos) {
            unanswered.add(nextDueNanos);
            due++;
        }
        if (client != null && due > 0) {
            client.writeAndFlush(client.alloc().buffer(due).writeZero(due), client.voidPromise());
        }
    }

    private void endIfAnswered() {
        if (unanswered.isEmpty()) {
            finished.tryEmitValue(latency.total());
        }
    }

    private void giveUp() {
        long now = System.nanoTime();
        unanswered.forEach(dueNanos -> latency.record(now - dueNanos));
        unanswered.clear();
        noteUnanswered();
        endIfAnswered();
    }
}
