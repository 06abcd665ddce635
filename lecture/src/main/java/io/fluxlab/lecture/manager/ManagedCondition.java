package io.fluxlab.lecture.manager;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A condition with its lock. Whoever calls without holding the lock is refused, as in Python. */
final class ManagedCondition implements Managed {

    private final Deque<Client> locking = new ArrayDeque<>();
    private final Deque<Client> waiting = new ArrayDeque<>();
    private @Nullable Client holder;
    private int waits;

    @Override
    public void call(Call call, Client client) {
        if (call.method() == Call.Method.LOCK) {
            lock(client);
        } else if (holder == null || holder.process() != client.process()) {
            client.answer(Answer.REFUSED);
        } else {
            held(call, client);
        }
    }

    private void held(Call call, Client client) {
        switch (call.method()) {
            case UNLOCK -> {
                client.answer(Answer.DONE);
                unlock();
            }
            case WAIT -> {
                waits++;
                waiting.add(client);
                unlock();
            }
            case NOTIFY -> {
                for (int i = 0; i < call.argument() && !waiting.isEmpty(); i++) {
                    locking.add(waiting.remove());
                }
                client.answer(Answer.DONE);
            }
            default -> throw Managed.unknown(call);
        }
    }

    private void lock(Client client) {
        if (holder == null) {
            holder = client;
            client.answer(Answer.DONE);
        } else {
            locking.add(client);
        }
    }

    private void unlock() {
        holder = locking.poll();
        if (holder != null) {
            holder.answer(Answer.DONE);
        }
    }

    /** How often a process has waited. */
    int waits() {
        return waits;
    }
}
