package io.fluxlab.server;

import io.rsocket.Payload;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * A request that waits for its turn. Holds on to the request no longer than that: the answer may take hours. Thread-safe.
 */
final class Waiting {

    /** What a request takes of the heap beside its bytes, roughly. */
    private static final int BYTES_BESIDE = 256;

    private final ReadingQueue queue;
    private final ReadingQueue.Line line;
    private final long bytes;
    private final AtomicReference<@Nullable Payload> request;
    private final AtomicReference<@Nullable MonoSink<Payload>> reader = new AtomicReference<>();

    private Waiting(ReadingQueue queue, ReadingQueue.Line line, Payload request) {
        this.queue = queue;
        this.line = line;
        this.bytes = (long) request.sliceData().readableBytes()
                + request.sliceMetadata().readableBytes()
                + BYTES_BESIDE;
        this.request = new AtomicReference<>(request);
    }

    /**
     * The request when its turn comes, on one of the threads for that; its reader has the thread until it is done. Fails
     * where too much waits. Cancel forgets the request. For one subscriber.
     */
    static Mono<Payload> turn(ReadingQueue queue, ReadingQueue.Line line, Payload request) {
        Waiting waiting = new Waiting(queue, line, request);
        return Mono.create(waiting::enter);
    }

    private void enter(MonoSink<Payload> sink) {
        reader.set(sink);
        sink.onCancel(this::leave);
        queue.enter(this);
    }

    private void leave() {
        queue.leave(this);
        reader.set(null);
        request.set(null);
    }

    /** The request's turn has come. */
    void take() {
        MonoSink<Payload> sink = reader.getAndSet(null);
        Payload taken = request.getAndSet(null);
        if (sink != null && taken != null) {
            sink.success(taken);
        }
    }

    ReadingQueue.Line line() {
        return line;
    }

    long bytes() {
        return bytes;
    }
}
