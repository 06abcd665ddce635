package io.fluxlab.server.quota;

import io.fluxlab.measure.ProcessVitals;
import io.fluxlab.server.identity.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Charges the CPU time of this JVM to those whose runs go on, while they do: once a second, and whenever a run starts or
 * ends, what was used since is divided among them equally. Thread-safe.
 */
final class CpuMeter {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Accounts accounts;
    private final Scheduler clock;
    private final LongSupplier cpuNanos;
    private final List<Caller> running = new ArrayList<>();
    private @Nullable Disposable ticks;
    private long lastNanos;

    CpuMeter(Accounts accounts, Scheduler clock) {
        this(accounts, clock, ProcessVitals::cpuNanosNow);
    }

    /** @param cpuNanos the CPU time of this JVM since it started */
    CpuMeter(Accounts accounts, Scheduler clock, LongSupplier cpuNanos) {
        this.accounts = accounts;
        this.clock = clock;
        this.cpuNanos = cpuNanos;
    }

    synchronized void started(Caller caller) {
        charge();
        running.add(caller);
        if (ticks == null) {
            long period = PERIOD.toNanos();
            ticks = clock.schedulePeriodically(this::charge, period, period, TimeUnit.NANOSECONDS);
        }
    }

    synchronized void ended(Caller caller) {
        charge();
        running.remove(caller);
        if (running.isEmpty() && ticks != null) {
            ticks.dispose();
            ticks = null;
        }
    }

    private synchronized void charge() {
        long now = cpuNanos.getAsLong();
        long used = Math.max(0, now - lastNanos);
        lastNanos = now;
        if (!running.isEmpty()) {
            long each = used / running.size();
            running.forEach(caller -> accounts.charge(caller, each));
        }
    }
}
