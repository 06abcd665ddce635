package io.fluxlab.lecture.manager;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bounded queue, first in, first out, that any number of processes put into and get from. */
final class ManagedQueue implements Managed {

    private final int capacity;
    private final Deque<List<Object>> inside = new ArrayDeque<>();
    private final Deque<Putting> putting = new ArrayDeque<>();
    private final Deque<Client> getting = new ArrayDeque<>();
    private int mostInside;

    private record Putting(Client client, List<Object> message) {}

    ManagedQueue(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public void call(Call call, Client client) {
        switch (call.method()) {
            case PUT -> put(new Putting(client, call.message()));
            case GET -> get(client);
            default -> throw Managed.unknown(call);
        }
    }

    private void put(Putting put) {
        Client taker = getting.poll();
        if (taker != null) {
            taker.answer(new Answer(true, put.message()));
        } else if (inside.size() == capacity) {
            putting.add(put);
            return;
        } else {
            inside.add(put.message());
            mostInside = Math.max(mostInside, inside.size());
        }
        put.client().answer(Answer.DONE);
    }

    private void get(Client client) {
        @Nullable List<Object> message = inside.poll();
        if (message == null) {
            getting.add(client);
            return;
        }
        client.answer(new Answer(true, message));
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
