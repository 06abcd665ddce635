package io.fluxlab.canary;

import io.fluxlab.loop.LabThreads;
import io.fluxlab.loop.Pace;
import io.fluxlab.loop.TimerThread;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyRecorder;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A virtual thread that wakes whenever it is due. Where it wakes later, because no carrier was free for it, all times at
 * which it was due meanwhile count.
 */
final class CarrierCanary implements Canary {

    /** The carriers, which a JVM has once for all of its virtual threads. */
    static final SharedResource CARRIERS = CarrierCanary::new;

    private static final String NAME = "carriers";

    private final TimerThread driver;
    private final Pace pace;
    private final LatencyRecorder latency = new LatencyRecorder();
    private final Sinks.One<Latency> finished = Sinks.one();
    private final Thread thread =
            Thread.ofVirtual().name(LabThreads.name("canary")).unstarted(this::live);

    /** Guarded by this. */
    private long nextDueNanos;

    /** Guarded by this. */
    private boolean isStarted;

    /** Guarded by this; null before the end is known. */
    private @Nullable Long endNanos;

    private volatile boolean isClosed;

    CarrierCanary(TimerThread driver, Pace pace) {
        this.driver = driver;
        this.pace = pace;
    }

    @Override
    public synchronized void start() {
        nextDueNanos = System.nanoTime();
        isStarted = true;
        thread.start();
    }

    private void live() {
        while (!isClosed) {
            long waitNanos = wake();
            if (waitNanos <= 0) {
                return;
            }
            LockSupport.parkNanos(this, waitNanos);
        }
    }

    /** Counts what is due, and says how long to sleep; 0 is no more. */
    private synchronized long wake() {
        count();
        if (endNanos == null) {
            return Math.max(1, nextDueNanos - System.nanoTime());
        }
        finished.tryEmitValue(latency.total());
        return 0;
    }

    private void count() {
        long now = System.nanoTime();
        Long end = endNanos;
        long last = end == null ? now : end;
        for (; isStarted && nextDueNanos - last <= 0; nextDueNanos += pace.periodNanos()) {
            latency.record(now - nextDueNanos);
        }
    }

    @Override
    public synchronized CanaryReading interval() {
        long now = System.nanoTime();
        long apart = pace.periodNanos();
        long longest = isStarted && endNanos == null ? now - nextDueNanos : 0;
        return reading(
                latency.interval(LongStream.iterate(longest, nanos -> nanos > 2 * apart, nanos -> nanos - apart)));
    }

    private static CanaryReading reading(Latency latency) {
        return new CanaryReading(CanaryKind.CARRIER, NAME, false, latency);
    }

    @Override
    public Mono<CanaryReading> finish(Duration patience) {
        return Mono.defer(() -> {
            driver.execute(() -> {
                driver.schedule(patience, this::wake);
                end();
            });
            return finished.asMono().map(CarrierCanary::reading);
        });
    }

    private synchronized void end() {
        endNanos = System.nanoTime();
        if (isStarted) {
            LockSupport.unpark(thread);
        } else {
            finished.tryEmitValue(Latency.NONE);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        LockSupport.unpark(thread);
    }
}
