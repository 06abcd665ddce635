package io.fluxlab.loop;

import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyRecorder;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;

/**
 * The driving end of the bystander. A request, a byte, is due a period after the one before; its answer is the
 * {@link System#nanoTime} at which it was served, and the time between the two is its latency. Since an answer says when
 * it was given, nobody has to wait for it: answers are read when the next request is due, and a period takes this thread
 * one wake-up. The period may change while it goes on.
 *
 * <p>Confined to the driver's thread, but for what is said to be thread-safe.
 */
final class Pinger {

    private static final int MOST_AT_ONCE = 512;
    private static final Duration FIRST_LOOK = Duration.ofNanos(50_000);
    private static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofMillis(1);

    private final TimerThread driver;
    private final Pace pace;
    private final LatencyRecorder latency = new LatencyRecorder();
    private final Queue<Long> unanswered = new ArrayDeque<>();
    private final Sinks.One<Latency> finished = Sinks.one();
    private final ByteBuffer requests = ByteBuffer.allocateDirect(MOST_AT_ONCE);
    private final ByteBuffer answers = ByteBuffer.allocateDirect(MOST_AT_ONCE * Long.BYTES);
    private @Nullable SocketChannel channel;
    private @Nullable MonoSink<Void> greeting;
    private long nextDueNanos;
    private int unsent;
    private boolean finishing;

    /** Of the first request without an answer. Requests are answered in order, so that all later ones wait too. */
    private volatile long firstUnansweredNanos;

    private volatile long periodNanos;
    private volatile boolean started;

    Pinger(TimerThread driver, Pace pace) {
        this.driver = driver;
        this.pace = pace;
    }

    LatencyRecorder latency() {
        return latency;
    }

    /** Connects and makes one exchange that does not count: the first pays for loading and linking what all others use. */
    Mono<Void> greet(SocketAddress server) {
        return Mono.create(sink -> driver.execute(() -> {
            try {
                SocketChannel opened = SocketChannel.open(server);
                driver.ended().subscribe(nothing -> {}, error -> {}, () -> close(opened));
                opened.configureBlocking(false);
                opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel = opened;
                greeting = sink;
                unsent = 1;
                lookUntilAnswered(FIRST_LOOK);
            } catch (IOException | RuntimeException e) {
                sink.error(e);
            }
        }));
    }

    /** Thread-safe. */
    void start() {
        long firstDueNanos = System.nanoTime();
        driver.execute(() -> {
            nextDueNanos = firstDueNanos;
            firstUnansweredNanos = firstDueNanos;
            periodNanos = pace.periodNanos();
            started = true;
            tick();
        });
    }

    /** Thread-safe. Completes with the latency of all once all is answered, or the patience is over. */
    Mono<Latency> finish(Duration patience) {
        return Mono.defer(() -> {
            driver.execute(() -> {
                finishing = true;
                driver.schedule(patience, this::giveUp);
                if (started) {
                    sendDue(); // what has been due since the last tick counts too
                }
                lookUntilAnswered(FIRST_LOOK);
            });
            return finished.asMono();
        });
    }

    /**
     * How long each request has waited that must have been answered by now, and is not known to be: that is known a period
     * later at most. Thread-safe.
     */
    LongStream waitingNanos() {
        long apart = periodNanos;
        long longest = started ? System.nanoTime() - firstUnansweredNanos : 0;
        return LongStream.iterate(longest, nanos -> nanos > 2 * apart, nanos -> nanos - apart);
    }

    private void tick() {
        if (!finishing) {
            sendDue();
            driver.schedule(Duration.ofNanos(nextDueNanos - System.nanoTime()), this::tick);
        }
    }

    private void sendDue() {
        receive();
        long apart = pace.periodNanos();
        for (long now = System.nanoTime(); nextDueNanos - now <= 0; nextDueNanos += apart) {
            unanswered.add(nextDueNanos);
            unsent++;
        }
        periodNanos = apart;
        noteUnanswered();
        send();
    }

    private void send() {
        SocketChannel open = channel;
        try {
            while (open != null && unsent > 0) {
                int sent = open.write(requests.clear().limit(Math.min(unsent, MOST_AT_ONCE)));
                unsent -= sent;
                if (sent == 0) {
                    return; // the loop has not read for so long that all buffers are full
                }
            }
        } catch (IOException e) {
            channel = null; // the home loop is gone: what is due from now on stays unanswered
        }
    }

    private void receive() {
        SocketChannel open = channel;
        try {
            while (open != null && isWaiting() && open.read(answers) > 0) {
                answers.flip();
                while (answers.remaining() >= Long.BYTES) {
                    answered(answers.getLong());
                }
                answers.compact();
            }
        } catch (IOException e) {
            channel = null; // as above
        }
    }

    private boolean isWaiting() {
        return greeting != null || !unanswered.isEmpty();
    }

    private void answered(long atNanos) {
        Long dueNanos = unanswered.poll();
        if (dueNanos != null) {
            latency.record(atNanos - dueNanos);
        } else if (greeting != null) {
            greeting.success();
            greeting = null;
        }
    }

    private void noteUnanswered() {
        Long first = unanswered.peek();
        firstUnansweredNanos = first == null ? nextDueNanos : first;
    }

    /** Looks for answers again and again, less and less often. */
    private void lookUntilAnswered(Duration pause) {
        receive();
        send();
        if (isWaiting()) {
            Duration next = pause.multipliedBy(2);
            driver.schedule(
                    pause,
                    () -> lookUntilAnswered(next.compareTo(LONGEST_BETWEEN_LOOKS) < 0 ? next : LONGEST_BETWEEN_LOOKS));
        } else if (finishing) {
            end();
        }
    }

    private void giveUp() {
        receive();
        long now = System.nanoTime();
        unanswered.forEach(dueNanos -> latency.record(now - dueNanos));
        unanswered.clear();
        end();
    }

    private void end() {
        noteUnanswered();
        finished.tryEmitValue(latency.total());
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            return; // nothing was waiting to be written
        }
    }
}
