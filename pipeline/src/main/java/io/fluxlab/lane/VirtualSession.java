package io.fluxlab.lane;

import io.fluxlab.canary.SharedResource;
import io.fluxlab.claim.Claim;
import io.fluxlab.loop.LabThreads;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** Virtual threads end with their command, and a cancelled run interrupts those that wait: there is nothing to close. */
record VirtualSession(ThreadFactory threads, int peakThreads) implements LaneSession {

    /** What a thread and the stack that it sleeps with take; a deep stack is its task's. */
    private static final int THREAD_BYTES = 3 * 1024;

    /** What so many threads at once take: they are objects on the heap. */
    static Claim claim(int threads) {
        return Claim.ofHeapBytes(THREAD_BYTES).times(threads);
    }

    /** Threads {@code <name>-1}, {@code <name>-2}, ..., on as many carriers as {@code concurrency} of them need. */
    static VirtualSession named(String name, int concurrency) {
        return new VirtualSession(
                Thread.ofVirtual().name(LabThreads.name(name) + "-", 1).factory(), carriers(concurrency));
    }

    /** How many platform threads carry so many virtual ones. */
    static int carriers(int concurrency) {
        return Math.min(concurrency, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Strand strand() {
        return new OneAtATime(threads);
    }

    @Override
    public List<SharedResource> shares() {
        return List.of(SharedResource.carriers());
    }

    @Override
    public Mono<Void> close() {
        return Mono.empty();
    }

    /** Every command on a new virtual thread, each starting when the one before it has ended. */
    private static final class OneAtATime implements Strand {

        private final ThreadFactory threads;
        private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
        private final AtomicInteger waiting = new AtomicInteger();

        OneAtATime(ThreadFactory threads) {
            this.threads = threads;
        }

        @Override
        public void execute(Runnable command) {
            commands.add(command);
            if (waiting.getAndIncrement() == 0) {
                startNext();
            }
        }

        @Override
        public boolean mayGoOn() {
            return false;
        }

        private void startNext() {
            threads.newThread(this::runOne).start();
        }

        private void runOne() {
            try {
                commands.remove().run();
            } finally {
                if (waiting.decrementAndGet() != 0) {
                    startNext();
                }
            }
        }
    }
}
