package io.fluxlab.run;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** A subscriber that looks whether its events come one at a time and in order. Its fields are plain on purpose. */
final class Receiver implements CoreSubscriber<RunEvent> {

    private int events;
    private long nextSeq;
    private boolean inOrder = true;
    private boolean busy;

    @Override
    public void onSubscribe(Subscription subscription) {}

    @Override
    public void onNext(RunEvent event) {
        inOrder &= !busy && event.seq() == nextSeq;
        busy = true;
        events++;
        nextSeq = event.seq() + 1;
        busy = false;
    }

    @Override
    public void onError(Throwable error) {
        inOrder = false;
    }

    @Override
    public void onComplete() {}

    int events() {
        return events;
    }

    long nextSeq() {
        return nextSeq;
    }

    boolean inOrder() {
        return inOrder;
    }
}
