package io.fluxlab.run;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** A subscriber that looks whether its events come one at a time and in order, each before it is said that it was delivered. Its fields are plain on purpose. */
final class Receiver implements CoreSubscriber<RunEvent>, DeliveryListener {

    private int events;
    private int told;
    private int endings;
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

    @Override
    public void startDelivered(int task) {
        told++;
        inOrder &= !busy && told == events;
    }

    @Override
    public void itemsDelivered(int task, int count) {}

    @Override
    public void endDelivered(RunSignal.TaskEnds end, long items) {}

    @Override
    public void deliveryEnded() {
        endings++;
    }

    /** How often it was said that nothing more will be delivered. */
    int endings() {
        return endings;
    }

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
