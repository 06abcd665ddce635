package io.fluxlab.process.child;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Whether a process that has a moment's work to do gets on with it. On a machine that is busy it may take long, and is not
 * stuck: what counts is the CPU time that it was given.
 */
final class Standstill {

    /** Less than this in all of the patience is what a JVM uses that waits. */
    private static final Duration MOVING = Duration.ofMillis(200);

    private Standstill() {}

    /**
     * Emits once a process has done next to nothing for so long, or has used as much CPU time without an end. Starts at
     * subscription; cancel stops it.
     *
     * @param cpuTime what the process has used until now; zero where nobody knows
     */
    static Mono<Long> of(Supplier<Duration> cpuTime, Duration patience, Scheduler clock) {
        return Mono.defer(() -> {
            AtomicReference<Duration> known = new AtomicReference<>(Duration.ZERO);
            return Flux.interval(patience, clock)
                    .filter(tick -> {
                        Duration now = cpuTime.get();
                        Duration used = now.minus(known.getAndSet(now));
                        return used.compareTo(MOVING) < 0 || now.compareTo(patience) >= 0;
                    })
                    .next();
        });
    }
}
