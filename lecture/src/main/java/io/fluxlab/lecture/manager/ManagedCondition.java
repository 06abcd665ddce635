package io.fluxlab.lecture.manager;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A condition with its lock. Whoever calls without holding the lock is refused, as in Python. */
final class ManagedCondition implements ManagedObject {

    private final Deque<WaitingProcess> locking = new ArrayDeque<>();
    private final Deque<WaitingProcess> waiting = new ArrayDeque<>();
    private @Nullable WaitingProcess holder;
    private int waits;

    @Override
    public void call(MethodCall call, WaitingProcess client) {
        if (call.method() == MethodCall.Method.LOCK) {
            lock(client);
        } else if (holder == null || holder.process() != client.process()) {
            client.answer(CallResult.REFUSED);
        } else {
            held(call, client);
        }
    }

    private void held(MethodCall call, WaitingProcess client) {
        switch (call.method()) {
            case UNLOCK -> {
                client.answer(CallResult.DONE);
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
                client.answer(CallResult.DONE);
            }
            default -> throw ManagedObject.unknown(call);
        }
    }

    private void lock(WaitingProcess client) {
        if (holder == null) {
            holder = client;
            client.answer(CallResult.DONE);
        } else {
            locking.add(client);
        }
    }

    private void unlock() {
        holder = locking.poll();
        if (holder != null) {
            holder.answer(CallResult.DONE);
        }
    }

    /** How often a process has waited. */
    int waits() {
        return waits;
    }
}
