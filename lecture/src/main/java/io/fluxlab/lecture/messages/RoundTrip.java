package io.fluxlab.lecture.messages;

import io.fluxlab.lecture.messages.Opening.Play;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** A message that goes to a child and back, again and again: what one hand-over takes. Immutable; each run is cold. */
public final class RoundTrip {

    private final Correspondent child;

    /** Round trips to this child. */
    public RoundTrip(Correspondent child) {
        this.child = child;
    }

    /** Nanoseconds for one way through a pipe, on average of so many trips there and back. */
    public Mono<Double> byPipe(int trips) {
        return Mono.defer(() -> {
            Pipe pipe = child.pipe(Play.RETURN, 0);
            long start = System.nanoTime();
            Mono<Double> back = pipe.received()
                    .index()
                    .doOnNext(number -> {
                        if (number.getT1() + 1 < trips) {
                            pipe.send(number.getT2());
                        } else {
                            pipe.close();
                        }
                    })
                    .then(Mono.fromSupplier(() -> oneWay(start, trips)));
            pipe.send("ball");
            return child.within(back, "%d trips through a pipe".formatted(trips));
        });
    }

    /** The time of a trip there and back through two queues, one for each way. */
    public Mono<Double> byQueue(int trips) {
        return Mono.using(
                () -> new ProcessQueue(Inbox.UNDER_WAY, Opening.MOST_BYTES, child.patience()),
                queue -> byQueue(queue, trips),
                ProcessQueue::close);
    }

    private Mono<Double> byQueue(ProcessQueue there, int trips) {
        return Mono.defer(() -> {
            long start = System.nanoTime();
            put(there, "ball");
            Mono<Double> back = child.queues(there)
                    .take(trips)
                    .index()
                    .doOnNext(number -> {
                        if (number.getT1() + 1 < trips) {
                            put(there, number.getT2());
                        }
                    })
                    .then(Mono.fromSupplier(() -> oneWay(start, trips)));
            return child.within(back, "%d trips through queues".formatted(trips));
        });
    }

    /** There is room: one message is under way. */
    private static void put(ProcessQueue queue, Object message) {
        try {
            queue.put(message);
        } catch (InterruptedException e) {
            throw Exceptions.propagate(e);
        }
    }

    private static double oneWay(long start, int trips) {
        return (System.nanoTime() - start) / (2.0 * trips);
    }
}
