package io.fluxlab.cli;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonEvent.OfRun;
import io.fluxlab.comparison.ComparisonEvent.RunProgress;
import io.fluxlab.comparison.TakingCost;
import io.fluxlab.run.StopWish;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes a lab's events on the thread of the command, as fast as it can use them and no faster, and tells what that costs. */
final class Following {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int AHEAD = 256;

    /** A run that was told to end has so long to say where it was. */
    static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private Following() {}

    /**
     * Hands over every event until the last one. Whatever ends it early cancels what goes on.
     *
     * @throws InterruptedRunException where the interrupt ended it
     */
    static <E> void follow(Flux<E> events, Interrupt interrupt, Consumer<? super E> view) {
        follow(events, interrupt, interrupt.asMono(), view);
    }

    /**
     * As {@link #follow}, for events that end by themselves where the interrupt is told to whoever makes them: they have
     * {@code patience} for that, such as {@link #LAST_WORDS}.
     */
    static <E> void followToTheEnd(Flux<E> events, Interrupt interrupt, Duration patience, Consumer<? super E> view) {
        follow(events, interrupt, interrupt.asMono().then(Mono.delay(patience)), view);
    }

    /**
     * As {@link #follow}, for a comparison: where the interrupt ends it, the run that goes on has {@code LAST_WORDS} to tell which of
     * its tasks give no sign, and no more than that is handed over.
     */
    static void followToLastWords(
            Flux<ComparisonEvent> events, Interrupt interrupt, Consumer<? super ComparisonEvent> view) {
        Flux<ComparisonEvent> ending = events.contextWrite(StopWish.told(interrupt.asMono()))
                .takeUntil(event -> interrupt.isRequested() && !isOfRun(event))
                .onErrorComplete(error -> interrupt.isRequested());
        followToTheEnd(ending, interrupt, LAST_WORDS, event -> {
            if (!interrupt.isRequested() || isOfRun(event)) {
                view.accept(event);
            }
        });
    }

    private static boolean isOfRun(ComparisonEvent event) {
        return event instanceof OfRun || event instanceof RunProgress;
    }

    /**
     * As {@link #follow}, for events that may end in an error: all that came before it are handed over, too, where a stream
     * would forget those that wait.
     */
    static <E> void followToItsError(Flux<E> events, Interrupt interrupt, Consumer<? super E> view) {
        follow(events.materialize(), interrupt, signal -> {
            Throwable error = signal.getThrowable();
            if (error != null) {
                throw Exceptions.propagate(error);
            }
            E event = signal.get();
            if (event != null) {
                view.accept(event);
            }
        });
    }

    /**
     * Waits for an answer.
     *
     * @throws InterruptedRunException where the interrupt came first
     */
    static <T> T answer(Mono<T> answer, Interrupt interrupt) {
        return answer.takeUntilOther(interrupt.asMono()).blockOptional().orElseThrow(InterruptedRunException::new);
    }

    /**
     * Waits until it is done.
     *
     * @throws InterruptedRunException where the interrupt came first
     */
    static void done(Mono<Void> doing, Interrupt interrupt) {
        answer(doing.thenReturn(true), interrupt);
    }

    private static <E> void follow(Flux<E> events, Interrupt interrupt, Publisher<?> until, Consumer<? super E> view) {
        long thread = Thread.currentThread().threadId();
        Flux<E> told =
                events.takeUntilOther(until).contextWrite(TakingCost.told(() -> THREADS.getThreadCpuTime(thread)));
        try (Stream<E> stream = told.toStream(AHEAD)) {
            stream.forEachOrdered(view);
        }
        if (interrupt.isRequested()) {
            throw new InterruptedRunException();
        }
    }
}
