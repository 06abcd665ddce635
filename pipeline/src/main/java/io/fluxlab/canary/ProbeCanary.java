package io.fluxlab.canary;

import io.fluxlab.loop.Pace;
import io.fluxlab.loop.TimerThread;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyRecorder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Sends a probe whenever one is due, whether or not earlier ones have had their answer, so that a thing that stalls can't
 * hide its stall (see {@link io.fluxlab.loop.Bystander}). Where as many are on their way as may be, those that are due are put
 * aside and count as answered with the next answer: on one thread, that is when they would have been.
 */
final class ProbeCanary implements Canary {

    private final Probe probe;
    private final Sending sending;
    private final TimerThread driver;
    private final Pace pace;
    private final Function<Latency, CanaryReading> reading;
    private final LatencyRecorder latency = new LatencyRecorder();
    private final Sinks.One<Latency> finished = Sinks.one();

    /** When those were due that are on their way, in that order. Guarded by this. */
    private final Queue<Long> sent = new ArrayDeque<>();

    /** When those were due that were put aside. Guarded by this. */
    private final Queue<Long> aside = new ArrayDeque<>();

    /** Guarded by this. */
    private boolean isFinishing;

    /** Confined to the driver's thread. */
    private long nextDueNanos;

    /** Whether the thing is there to be asked. Confined to the driver's thread. */
    private boolean isSending;

    /**
     * How probes are sent.
     *
     * @param most how many are on their way at once
     * @param isAhead whether a probe sets out a period before it is due, and waits by itself
     */
    record Sending(int most, boolean isAhead) {}

    ProbeCanary(Probe probe, Sending sending, TimerThread driver, Pace pace, Function<Latency, CanaryReading> reading) {
        this.probe = probe;
        this.sending = sending;
        this.driver = driver;
        this.pace = pace;
        this.reading = reading;
    }

    @Override
    public void start() {
        long firstDueNanos = System.nanoTime() + aheadNanos();
        driver.execute(() -> {
            nextDueNanos = firstDueNanos;
            isSending = true;
            tick();
        });
    }

    private long aheadNanos() {
        return sending.isAhead() ? pace.periodNanos() : 0;
    }

    private void tick() {
        sendDue();
        if (isSending) {
            driver.schedule(Duration.ofNanos(nextDueNanos - aheadNanos() - System.nanoTime()), this::tick);
        }
    }

    private void sendDue() {
        long ahead = aheadNanos();
        long apart = pace.periodNanos();
        long now = System.nanoTime();
        for (; isSending && nextDueNanos - ahead - now <= 0; nextDueNanos += apart) {
            isSending = take(nextDueNanos);
        }
    }

    /** False where there is nothing to ask any more, or there need be nothing. */
    private boolean take(long dueNanos) {
        synchronized (this) {
            if (isFinishing) {
                return false;
            }
            if (sent.size() >= sending.most()) {
                aside.add(dueNanos);
                return true;
            }
            sent.add(dueNanos);
        }
        try {
            probe.send(Duration.ofNanos(Math.max(0, dueNanos - System.nanoTime())), () -> answered(dueNanos));
            return true;
        } catch (RejectedExecutionException e) {
            return withdraw(dueNanos); // the thing has ended, and nobody can share it any more
        }
    }

    private synchronized boolean withdraw(long dueNanos) {
        sent.remove(dueNanos);
        endIfAnswered();
        return false;
    }

    private synchronized void answered(long dueNanos) {
        if (!sent.remove(dueNanos)) {
            return; // given up
        }
        long now = System.nanoTime();
        latency.record(now - dueNanos);
        countUntil(aside, now);
        endIfAnswered();
    }

    private void endIfAnswered() {
        if (isFinishing && sent.isEmpty()) {
            finished.tryEmitValue(latency.total());
        }
    }

    /** What was due by then counts with the time that it has waited. */
    private void countUntil(Queue<Long> dueNanos, long now) {
        Iterator<Long> waiting = dueNanos.iterator();
        while (waiting.hasNext()) {
            long waitedNanos = now - waiting.next();
            if (waitedNanos >= 0) {
                latency.record(waitedNanos);
                waiting.remove();
            }
        }
    }

    @Override
    public synchronized CanaryReading interval() {
        long now = System.nanoTime();
        long shortest = 2 * pace.periodNanos();
        LongStream waiting = Stream.concat(sent.stream(), aside.stream())
                .mapToLong(dueNanos -> now - dueNanos)
                .filter(waitedNanos -> waitedNanos > shortest);
        return reading.apply(latency.interval(waiting));
    }

    @Override
    public Mono<CanaryReading> finish(Duration patience) {
        return Mono.defer(() -> {
            driver.execute(() -> {
                driver.schedule(patience, this::giveUp);
                if (isSending) {
                    sendDue(); // what has been due since the last tick counts too
                }
                stop();
            });
            return finished.asMono().map(reading);
        });
    }

    /** Those that are not due yet are none of the run's. */
    private synchronized void stop() {
        isFinishing = true;
        long now = System.nanoTime();
        sent.removeIf(dueNanos -> dueNanos - now > 0);
        aside.removeIf(dueNanos -> dueNanos - now > 0);
        endIfAnswered();
    }

    private synchronized void giveUp() {
        long now = System.nanoTime();
        countUntil(sent, now);
        countUntil(aside, now);
        endIfAnswered();
    }
}
