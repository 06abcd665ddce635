package io.fluxlab.lecture.messages;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.process.message.Copy;
import io.rsocket.Payload;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.SignalType;

/** Where messages from another process wait for one thread, which asks for more as it takes them. */
final class Inbox extends BaseSubscriber<Payload> {

    /** How many messages may be under way. */
    static final int UNDER_WAY = 256;

    private static final int ASK_AFTER = UNDER_WAY / 4;

    private final Patience patience;
    private final BlockingQueue<Optional<Object>> arrived = new LinkedBlockingQueue<>();
    private int taken;

    Inbox(Patience patience) {
        this.patience = patience;
    }

    /** The next message; empty where the other end is closed, or lost. Waits for it. */
    Optional<Object> receive() throws InterruptedException {
        Optional<Object> message = arrived.poll(patience.limit().toNanos(), TimeUnit.NANOSECONDS);
        if (message == null) {
            throw patience.inVain("a message from another process");
        }
        taken++;
        if (taken == ASK_AFTER) {
            request(taken);
            taken = 0;
        }
        return message;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(UNDER_WAY);
    }

    @Override
    protected void hookOnNext(Payload payload) {
        arrived.add(Optional.of(Copy.read(payload, Inbox.class.getClassLoader())));
    }

    @Override
    protected void hookOnError(Throwable error) {
        // Who waits sees the end, as after a close.
    }

    @Override
    protected void hookFinally(SignalType type) {
        arrived.add(Optional.empty());
    }
}
