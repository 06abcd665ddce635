package io.fluxlab.lane;

import io.fluxlab.claim.Claim;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.parameter.Param;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * On a thread for each task, of which one runs at a time: CPython's threads under the global interpreter lock (lecture:
 * GIL – Global Interpreter Lock). The lock changes hands at blocking calls, and at a checkpoint once somebody has waited
 * for the switch interval: 5 ms, as in {@code sys.getswitchinterval()}. (The lecture's 100 ticks and
 * {@code sys.setcheckinterval()} were the rule before Python 3.2.) An emulation: it shows what the lock does to a workload,
 * and is no place to run one.
 */
public record GilLane(GilLane.Settings settings) implements LaneFamily<GilLane.Settings> {

    private static final int MOST_PLATFORM_THREADS = 256;

    /** Which threads share the lock. */
    public enum Threads {
        /** Threads of the operating system: CPython's. */
        PLATFORM,
        /** Virtual threads (JEP 444), which contend for the lock as those of the operating system do. */
        VIRTUAL,
        /**
         * Greenlets: one runs until it waits or ends, and only then does another one. No clock takes the lock away. Each is a
         * virtual thread, and of all of them one runs at a time.
         */
        GREEN
    }

    /**
     * What can be set.
     *
     * @param switchMillis how long a thread waits until the holder is asked to let go, in milliseconds
     * @param threads which threads share the lock
     */
    public record Settings(
            @Param(
                    value = "milliseconds of waiting after which the lock's holder is asked to let go",
                    least = 0.1,
                    most = 10_000)
            double switchMillis,

            @Param("which threads share the lock") Threads threads) {}

    /** As CPython has it. */
    public GilLane() {
        this(new Settings(5, Threads.PLATFORM));
    }

    @Override
    public Lane with(Settings newSettings) {
        return new GilLane(newSettings);
    }

    @Override
    public String name() {
        return "gil";
    }

    @Override
    public String summary() {
        return "on threads that share one interpreter lock, as in CPython";
    }

    @Override
    public boolean isEmulation() {
        return true;
    }

    @Override
    public int concurrency(int tasks) {
        int most = switch (settings.threads()) {
            case PLATFORM -> MOST_PLATFORM_THREADS;
            case VIRTUAL, GREEN -> Integer.MAX_VALUE;
        };
        return Math.min(Math.max(1, tasks), most);
    }

    @Override
    public Claim claim(int concurrency) {
        return switch (settings.threads()) {
            case PLATFORM -> PoolSession.claimOfElastic(concurrency);
            case VIRTUAL, GREEN -> VirtualSession.claim(concurrency);
        };
    }

    @Override
    public Optional<String> code(String threads) {
        return Optional.of("Scheduler scheduler = Schedulers.newSingle(\"" + threads
                + "\"); // once\nbody.subscribeOn(scheduler)");
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        long intervalNanos = Math.round(settings.switchMillis() * TimeUnit.MILLISECONDS.toNanos(1));
        InterpreterLock lock = new InterpreterLock(intervalNanos, System::nanoTime);
        return new GilSession(threads(home, concurrency), lock, settings.threads() == Threads.GREEN);
    }

    private LaneSession threads(HomeLoop home, int concurrency) {
        return switch (settings.threads()) {
            case PLATFORM -> PoolSession.elastic(name(), Math.max(concurrency, MOST_PLATFORM_THREADS), home);
            case VIRTUAL, GREEN -> VirtualSession.named(name(), concurrency);
        };
    }
}
