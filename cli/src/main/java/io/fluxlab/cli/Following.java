package io.fluxlab.cli;

import java.util.function.Consumer;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/** Takes a lab's events on the thread of the command, as fast as it can use them and no faster. */
final class Following {

    private static final int AHEAD = 256;

    private Following() {}

    /**
     * Hands over every event until the last one. Whatever ends it early cancels what goes on.
     *
     * @throws InterruptedRunException where the interrupt ended it
     */
    static <E> void follow(Flux<E> events, Interrupt interrupt, Consumer<? super E> view) {
        try (Stream<E> stream = events.takeUntilOther(interrupt.asMono()).toStream(AHEAD)) {
            stream.forEachOrdered(view);
        }
        if (interrupt.isRequested()) {
            throw new InterruptedRunException();
        }
    }
}
