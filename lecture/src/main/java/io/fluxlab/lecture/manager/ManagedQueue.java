package io.fluxlab.lecture.manager;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bounded queue, first in, first out, that any number of processes put into and get from. */
final class ManagedQueue implements ManagedObject {

    private final int capacity;
    private final Deque<List<Object>> inside = new ArrayDeque<>();
    private final Deque<Putting> putting = new ArrayDeque<>();
    private final Deque<WaitingProcess> getting = new ArrayDeque<>();
    private int mostInside;

    private record Putting(WaitingProcess client, List<Object> message) {}

    ManagedQueue(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public void call(MethodCall call, WaitingProcess client) {
        switch (call.method()) {
            case PUT -> put(new Putting(client, call.message()));
            case GET -> get(client);
            default -> throw ManagedObject.unknown(call);
        }
    }

    private void put(Putting put) {
        WaitingProcess taker = getting.poll();
        if (taker != null) {
            taker.answer(new CallResult(true, put.message()));
        } else if (inside.size() == capacity) {
            putting.add(put);
            return;
        } else {
            inside.add(put.message());
            mostInside = Math.max(mostInside, inside.size());
        }
        put.client().answer(CallResult.DONE);
    }

    private void get(WaitingProcess client) {
        @Nullable List<Object> message = inside.poll();
        if (message == null) {
            getting.add(client);
            return;
        }
        client.answer(new CallResult(true, message));
        @Nullable Putting next = putting.poll();
        if (next != null) {
            put(next);
        }
    }

    /** The most messages that were in it at once. */
    int mostInside() {
        return mostInside;
    }
}
