package io.fluxlab.lecture.manager;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A bounded semaphore: one release too many is refused. */
final class ManagedSemaphore implements ManagedObject {

    private final int permits;
    private final Deque<WaitingProcess> waiting = new ArrayDeque<>();
    private int free;

    ManagedSemaphore(int permits) {
        this.permits = permits;
        this.free = permits;
    }

    @Override
    public void call(MethodCall call, WaitingProcess client) {
        switch (call.method()) {
            case ACQUIRE -> acquire(client);
            case RELEASE -> release(client);
            default -> throw ManagedObject.unknown(call);
        }
    }

    private void acquire(WaitingProcess client) {
        if (free == 0) {
            waiting.add(client);
        } else {
            free--;
            client.answer(CallResult.DONE);
        }
    }

    private void release(WaitingProcess client) {
        if (free == permits) {
            client.answer(CallResult.REFUSED);
            return;
        }
        @Nullable WaitingProcess next = waiting.poll();
        if (next == null) {
            free++;
        } else {
            next.answer(CallResult.DONE);
        }
        client.answer(CallResult.DONE);
    }
}
