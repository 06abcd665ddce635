package io.fluxlab.conformance;

import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.testng.annotations.Test;
import reactor.core.publisher.Flux;

/** The TCK's rules for publishers, for a stream of a lab's that has more events than the rules ask for. */
@Test
public abstract class LabPublisherVerification<T> extends PublisherVerification<T> {

    /** How long something may take to come: a lane that starts JVMs takes its time on a busy machine. */
    private static final long SIGNAL_MILLIS = 10_000;

    /** How long nothing may come where nothing must. */
    private static final long SILENCE_MILLIS = 50;

    /** What every stream here has at the least. */
    private static final long EVENTS = 1_000;

    LabPublisherVerification() {
        super(new TestEnvironment(SIGNAL_MILLIS, SILENCE_MILLIS));
    }

    /** A stream with at least {@value #EVENTS} events. */
    abstract Flux<T> stream();

    /** A stream that fails before its first event. */
    abstract Flux<T> failing();

    @Override
    public Publisher<T> createPublisher(long elements) {
        return stream().take(elements);
    }

    @Override
    public Publisher<T> createFailedPublisher() {
        return failing();
    }

    @Override
    public long maxElementsFromPublisher() {
        return EVENTS;
    }
}
