package io.fluxlab.lecture.messages;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.process.message.Copy;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.rsocket.Payload;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A bounded queue whose messages are put in this process and got in another. A message is copied when it is put, on the
 * thread that puts it; the copy leaves when somebody asks for it, on the queue's own thread, its feeder. Thread-safe: any
 * number of threads put, and any number of subscribers share what was put.
 */
final class ProcessQueue implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final BlockingQueue<Copy> inside;
    private final int mostBytes;
    private final Patience patience;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(new DefaultThreadFactory("queue-feeder", true));

    /** Interrupts nobody: an interrupt of a thread that writes to a socket closes it. */
    private final Scheduler feeder = Schedulers.fromExecutor(task -> thread.execute(task));

    private final AtomicLong put = new AtomicLong();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closed;

    /** What came for a subscriber that had gone while it waited: the next one's. Confined to the feeder. */
    private @Nullable Copy left;

    /**
     * An empty queue.
     *
     * @param capacity how many messages it holds that nobody has asked for
     * @param mostBytes how large a message may be
     * @param patience how long to wait for room
     */
    ProcessQueue(int capacity, int mostBytes, Patience patience) {
        this.inside = new ArrayBlockingQueue<>(capacity);
        this.mostBytes = mostBytes;
        this.patience = patience;
    }

    /**
     * Copies a message and puts the copy in, once there is room for it.
     *
     * @throws io.fluxlab.process.message.TooLargeException where the message is too large; it is not in the queue
     * @throws io.fluxlab.process.message.UnwritableItemException where it can't be copied; it is not in the queue
     */
    void put(Object message) throws InterruptedException {
        Copy copy = Copy.of(message, mostBytes);
        if (!inside.offer(copy)) {
            awaitRoom(copy);
        }
        put.incrementAndGet();
    }

    private void awaitRoom(Copy copy) throws InterruptedException {
        waiting.incrementAndGet();
        try {
            if (!inside.offer(copy, patience.limit().toNanos(), TimeUnit.NANOSECONDS)) {
                throw patience.inVain("room in a queue of " + (inside.size() + inside.remainingCapacity()));
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** How many messages have been put. */
    long put() {
        return put.get();
    }

    /** How many threads wait for room. */
    int waiting() {
        return waiting.get();
    }

    /**
     * The messages, for as long as they are wanted: it never completes. As many leave as were asked for. Cancel ends the
     * wait for the next one, which another subscriber gets; a message that leaves at that moment is lost.
     */
    Flux<Payload> messages() {
        return Flux.defer(() -> {
            AtomicBoolean gone = new AtomicBoolean();
            return Flux.<Payload>generate(sink -> next(sink, gone))
                    .doOnCancel(() -> gone.set(true))
                    .subscribeOn(feeder);
        });
    }

    private void next(SynchronousSink<Payload> sink, AtomicBoolean gone) {
        try {
            Copy copy = left;
            left = null;
            while (copy == null && !gone.get() && !closed) {
                copy = inside.poll(LOOK_AGAIN.toNanos(), TimeUnit.NANOSECONDS);
            }
            if (copy == null || gone.get()) {
                left = copy;
                sink.complete();
            } else {
                sink.next(copy.payload());
            }
        } catch (InterruptedException e) {
            sink.error(e); // nobody here does that
        }
    }

    /** Ends the feeder, which is not interrupted: it may be writing. */
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
    }
}
