package io.fluxlab.lecture.manager;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A bounded semaphore: one release too many is refused. */
final class ManagedSemaphore implements Managed {

    private final int permits;
    private final Deque<Client> waiting = new ArrayDeque<>();
    private int free;

    ManagedSemaphore(int permits) {
        this.permits = permits;
        this.free = permits;
    }

    @Override
    public void call(Call call, Client client) {
        switch (call.method()) {
            case ACQUIRE -> acquire(client);
            case RELEASE -> release(client);
            default -> throw Managed.unknown(call);
        }
    }

    private void acquire(Client client) {
        if (free == 0) {
            waiting.add(client);
        } else {
            free--;
            client.answer(Answer.DONE);
        }
    }

    private void release(Client client) {
        if (free == permits) {
            client.answer(Answer.REFUSED);
            return;
        }
        @Nullable Client next = waiting.poll();
        if (next == null) {
            free++;
        } else {
            next.answer(Answer.DONE);
        }
        client.answer(Answer.DONE);
    }
}
