package io.fluxlab.lecture.manager;

import java.util.ArrayList;
import java.util.List;

/** A flag that processes wait for. It starts cleared. */
final class ManagedEvent implements ManagedObject {

    private final List<WaitingProcess> waiting = new ArrayList<>();
    private final Runnable onWait;
    private boolean isSet;

    /** Tells each time that one has begun to wait. */
    ManagedEvent(Runnable onWait) {
        this.onWait = onWait;
    }

    @Override
    public void call(MethodCall call, WaitingProcess client) {
        switch (call.method()) {
            case WAIT_SET -> await(client);
            case SET -> {
                isSet = true;
                List<WaitingProcess> freed = List.copyOf(waiting);
                waiting.clear();
                freed.forEach(each -> each.answer(CallResult.DONE));
                client.answer(CallResult.DONE);
            }
            case CLEAR -> {
                isSet = false;
                client.answer(CallResult.DONE);
            }
            case IS_SET -> client.answer(CallResult.of(isSet));
            default -> throw ManagedObject.unknown(call);
        }
    }

    private void await(WaitingProcess client) {
        if (isSet) {
            client.answer(CallResult.DONE);
        } else {
            waiting.add(client);
            onWait.run();
        }
    }

    /** How many processes wait. */
    int waiting() {
        return waiting.size();
    }
}
