package io.fluxlab.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** A subscriber that asks for nothing by itself, and remembers what it got. Thread-safe. */
public final class Viewer extends BaseSubscriber<RunEvent> {

    private final List<RunEvent> events = new CopyOnWriteArrayList<>();
    private final AtomicLong wanted = new AtomicLong();
    private volatile boolean overrun;
    private volatile boolean ended;
    private volatile Throwable error;

    @Override
    protected void hookOnSubscribe(Subscription subscription) {}

    @Override
    protected void hookOnNext(RunEvent event) {
        events.add(event);
        overrun |= wanted.decrementAndGet() < 0;
    }

    @Override
    protected void hookOnComplete() {
        ended = true;
    }

    @Override
    protected void hookOnError(Throwable failure) {
        error = failure;
        ended = true;
    }

    public void want(long count) {
        wanted.addAndGet(count);
        request(count);
    }

    public void wantAll() {
        wanted.set(Long.MAX_VALUE);
        requestUnbounded();
    }

    public List<RunEvent> events() {
        return events;
    }

    public Story story() {
        return Story.of(events);
    }

    public long count(Class<? extends RunEvent> type) {
        return events.stream().filter(type::isInstance).count();
    }

    /** Whether more came than was asked for. */
    public boolean wasOverrun() {
        return overrun;
    }

    public boolean hasEnded() {
        return ended;
    }

    public Throwable error() {
        return error;
    }
}
