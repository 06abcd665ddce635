package org.example.orders;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.NonBlocking;

/** What somebody might want to compare lanes with: code that is none of the lab's. */
public final class Orders {

    private Orders() {}

    /** Never works. */
    @SuppressWarnings("DoNotCallSuggester") // to be called is all it is for
    public static String load() {
        throw new IllegalStateException("boom");
    }

    /** Blocks where that is a mistake. */
    public static String await() {
        return String.valueOf(
                Mono.just("order").delayElement(Duration.ofMillis(1)).block());
    }

    /** Does not work on a pool's threads for computing. */
    public static String loadUnlessNonBlocking(int task) {
        return Thread.currentThread() instanceof NonBlocking && task % 2 == 0 ? load() : "order";
    }

    /** Computes for ever and heeds no interrupt, until it is told to stop. */
    public static final class Spinning {
        private volatile boolean stopped;

        /** Ends once {@link #stop} was called. */
        public String spin() {
            while (!stopped) {
                Thread.onSpinWait();
            }
            return "stopped";
        }

        public void stop() {
            stopped = true;
        }
    }
}
