package io.fluxlab.lecture.messages;

import io.fluxlab.process.message.Copy;
import io.fluxlab.process.message.TooLargeException;
import io.rsocket.Payload;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;
import reactor.core.scheduler.Scheduler;

/** What a child does at its end of a pipe, on a thread that may wait. Stateless. */
final class PipeChild {

    /** What a child says when it has seen that the other end was closed. */
    static final String CLOSE_SEEN = "the other end is closed";

    /** What a child says of a message that it did receive, and of one that could not be. */
    static final String RECEIVED = "received";

    static final String REFUSED = "refused";

    private PipeChild() {}

    /** Plays what the first message says. The two directions end independently. Starts at subscription. */
    static Flux<Payload> play(Publisher<Payload> in, Scheduler threads) {
        return Flux.from(in)
                .switchOnFirst(
                        (first, all) -> {
                            Payload opening = first.get();
                            return opening == null ? Flux.empty() : play(open(opening), all.skip(1), threads);
                        },
                        false);
    }

    private static Opening open(Payload first) {
        return (Opening) Copy.read(first, PipeChild.class.getClassLoader());
    }

    private static Flux<Payload> play(Opening opening, Flux<Payload> in, Scheduler threads) {
        return opening.play() == Opening.Play.RETURN_BY_QUEUE
                ? returnByQueue(opening, in, threads)
                : Flux.create(out -> start(opening, out, in, threads), OverflowStrategy.ERROR);
    }

    private static void start(Opening opening, FluxSink<Payload> out, Flux<Payload> in, Scheduler threads) {
        PipeEnd.start(new PipeEnd(out, in, opening.patience()), threads, end -> play(opening, end));
    }

    private static void play(Opening opening, PipeEnd end) throws InterruptedException {
        switch (opening.play()) {
            case LECTURE -> lecture(end);
            case CLOSE -> end.send("the last word");
            case WAIT -> {
                end.send("here");
                Optional<Object> next = end.receive();
                end.send(next.isPresent());
            }
            case NUMBERS -> {
                for (int i = 0; i < opening.count(); i++) {
                    end.send(QueueChild.numbered(i));
                }
            }
            case RETURN -> {
                for (Optional<Object> next = end.receive(); next.isPresent(); next = end.receive()) {
                    end.send(next.get());
                }
            }
            case ONE_WAY -> {
                end.send("one way");
                end.send(tryToReceive(end));
            }
            case TOO_LARGE -> {
                end.send(tryToSend(end, Opening.MOST_BYTES));
                end.send("and on");
            }
            case RETURN_BY_QUEUE -> throw new IllegalArgumentException("not through a pipe");
        }
    }

    /** A one-way pipe: one request-stream, whose child only sends. Starts at subscription. */
    static Flux<Payload> playOneWay(Opening opening, Scheduler threads) {
        return Flux.create(
                out -> PipeEnd.start(PipeEnd.sending(out, opening.patience()), threads, end -> play(opening, end)),
                OverflowStrategy.ERROR);
    }

    /** What came, or why nothing can. */
    private static List<String> tryToReceive(PipeEnd end) throws InterruptedException {
        try {
            return List.of(RECEIVED, String.valueOf(end.receive().orElse("nothing")));
        } catch (IllegalStateException e) {
            return List.of(REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> tryToSend(PipeEnd end, int bytes) throws InterruptedException {
        try {
            end.send(new byte[bytes]);
            return List.of("sent", "");
        } catch (TooLargeException e) {
            return List.of(REFUSED, String.valueOf(e.getMessage()));
        }
    }

    // tag::lecture[]
    /** The lecture's f(conn); where it prints, this tells. */
    private static void lecture(PipeEnd end) throws InterruptedException {
        end.send(Arrays.asList("hello", 11, null));
        end.send(List.of("Client receives", end.receive().orElse("nothing")));
        end.send(end.receive().isEmpty() ? CLOSE_SEEN : "a message too many");
    }
    // end::lecture[]

    private static Flux<Payload> returnByQueue(Opening opening, Flux<Payload> in, Scheduler threads) {
        ProcessQueue queue = new ProcessQueue(Inbox.UNDER_WAY, Opening.MOST_BYTES, opening.patience());
        Inbox inbox = new Inbox(opening.patience());
        in.subscribe(inbox);
        threads.schedule(() -> {
            try {
                for (Optional<Object> next = inbox.receive(); next.isPresent(); next = inbox.receive()) {
                    queue.put(next.get());
                }
            } catch (InterruptedException e) {
                inbox.cancel();
            }
        });
        return queue.messages().doFinally(end -> queue.close());
    }
}
