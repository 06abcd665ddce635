package io.fluxlab.lecture.messages;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.process.message.Copy;
import io.fluxlab.process.message.Errors;
import io.rsocket.Payload;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;
import reactor.core.scheduler.Scheduler;

/**
 * One end of a pipe between two processes, for a thread that waits: the lecture's {@code send} and {@code recv}. Nothing is
 * between it and the socket: the thread that sends a message copies and writes it, once the other end has asked for one. To
 * be used by one thread.
 */
public final class PipeEnd {

    private static final int MOST_ASKED = 1 << 20;

    private final FluxSink<Payload> out;
    private final @Nullable Inbox in;
    private final Patience patience;
    private final Semaphore asked = new Semaphore(0);

    /** An end that sends to one side and receives what the other says. */
    PipeEnd(FluxSink<Payload> out, Publisher<Payload> in, Patience patience) {
        this(out, new Inbox(patience), patience);
        in.subscribe(Objects.requireNonNull(this.in));
    }

    private PipeEnd(FluxSink<Payload> out, @Nullable Inbox in, Patience patience) {
        this.out = out;
        this.in = in;
        this.patience = patience;
        out.onRequest(more -> asked.release((int) Math.min(more, MOST_ASKED)));
    }

    /** The end of a one-way pipe that sends. */
    static PipeEnd sending(FluxSink<Payload> out, Patience patience) {
        return new PipeEnd(out, (Inbox) null, patience);
    }

    /** What a thread does at its end. */
    @FunctionalInterface
    public interface Play<O> {
        /** Plays it; an interrupt is the way out. */
        void at(O opening, PipeEnd end) throws Exception;
    }

    /**
     * The end of a pipe whose first message says what is to be done: that is done on this thread, and then the end is closed.
     * Cold; the two directions end independently.
     *
     * @param type of the first message
     * @param patience that it asks for
     */
    public static <O> Flux<Payload> opened(
            Publisher<Payload> in, Class<O> type, Function<O, Patience> patience, Scheduler thread, Play<O> play) {
        return Flux.from(in)
                .switchOnFirst(
                        (first, all) -> {
                            Payload payload = first.get();
                            if (payload == null) {
                                return Flux.<Payload>empty();
                            }
                            O opening = type.cast(Copy.read(payload, type.getClassLoader()));
                            return Flux.<Payload>create(
                                    out -> start(
                                            new PipeEnd(out, all.skip(1), patience.apply(opening)),
                                            thread,
                                            end -> play.at(opening, end)),
                                    OverflowStrategy.ERROR);
                        },
                        false);
    }

    static void start(PipeEnd end, Scheduler thread, Job job) {
        thread.schedule(() -> {
            try {
                job.at(end);
                end.close();
            } catch (Exception e) {
                end.out.error(Errors.of(e));
            }
        });
    }

    /** What is done at an end. */
    @FunctionalInterface
    interface Job {
        /** Does it; an interrupt is the way out. */
        void at(PipeEnd end) throws Exception;
    }

    /** Sends a copy, once the other end has room for it. */
    public void send(Object message) throws InterruptedException {
        Copy copy = Copy.of(message, Opening.MOST_BYTES);
        if (!asked.tryAcquire(patience.limit().toNanos(), TimeUnit.NANOSECONDS)) {
            throw patience.inVain("the other end of a pipe to ask for a message");
        }
        out.next(copy.payload());
    }

    /**
     * The next message; empty where the other end is closed, or lost.
     *
     * @throws IllegalStateException where this is the end of a one-way pipe
     */
    public Optional<Object> receive() throws InterruptedException {
        if (in == null) {
            throw new IllegalStateException("this end of the pipe only sends");
        }
        return in.receive();
    }

    /** Sends no more, and the other end sees that. Messages still arrive. */
    void close() {
        out.complete();
    }
}
