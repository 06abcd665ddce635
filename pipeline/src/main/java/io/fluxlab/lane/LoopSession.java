package io.fluxlab.lane;

import io.fluxlab.loop.HomeLoop;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/** Tasks on the home loop itself: no thread of their own. */
record LoopSession(HomeLoop home, Strand strand, boolean interleaves) implements LaneSession {

    /** One task after the other, without a look at what else waits for the loop. */
    static LoopSession sequential(HomeLoop home) {
        return new LoopSession(home, home.loop()::execute, false);
    }

    /** Tasks take turns with each other and with the loop's other work. */
    static LoopSession interleaving(HomeLoop home) {
        return new LoopSession(home, new Turns(home.loop()), true);
    }

    @Override
    public int peakThreads() {
        return 0;
    }

    @Override
    public Mono<Void> close() {
        return Mono.empty();
    }

    /**
     * Lets the loop see to its I/O once a turn has lasted long enough. Netty polls its selector only when its task queue
     * has run empty or after a second; what is scheduled, even for now, waits for the next look at the selector.
     */
    private static final class Turns implements Strand {

        private static final long TURN_NANOS = 200_000;

        private final EventLoop loop;
        private long turnStartNanos = System.nanoTime();

        Turns(EventLoop loop) {
            this.loop = loop;
        }

        @Override
        public void execute(Runnable command) {
            if (!loop.inEventLoop() || mayGoOn()) {
                loop.execute(command);
            } else {
                loop.schedule(
                        () -> {
                            turnStartNanos = System.nanoTime();
                            command.run();
                        },
                        0,
                        TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public boolean mayGoOn() {
            return System.nanoTime() - turnStartNanos < TURN_NANOS;
        }
    }
}
