package io.fluxlab.server.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Wrong credentials of late, by whom they were shown or for whom. The first few are free; after each further one the
 * wait doubles. Remembers a bounded number, and forgets those that were quiet for longest. Thread-safe.
 */
final class Attempts {

    private static final int FREE = 5;
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 10_000;

    private record Failures(int count, long lastNanos) {}

    private final LongSupplier nanoTime;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Attempts(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How long it takes until another attempt is looked at; zero if it would be now. */
    synchronized Duration wait(String who) {
        Failures known = failures.get(who);
        if (known == null || known.count < FREE) {
            return Duration.ZERO;
        }
        Duration left = Duration.ofSeconds(1L << Math.min(MOST_DOUBLINGS, known.count - FREE))
                .minus(since(known));
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void failed(String who) {
        Failures known = failures.get(who);
        int before = known == null || since(known).compareTo(FORGOTTEN) > 0 ? 0 : known.count;
        failures.put(who, new Failures(before + 1, nanoTime.getAsLong()));
    }

    synchronized void succeeded(String who) {
        failures.remove(who);
    }

    private Duration since(Failures known) {
        return Duration.ofNanos(nanoTime.getAsLong() - known.lastNanos);
    }
}
