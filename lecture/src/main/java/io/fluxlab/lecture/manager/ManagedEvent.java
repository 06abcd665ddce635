package io.fluxlab.lecture.manager;

import java.util.ArrayList;
import java.util.List;

/** A flag that processes wait for. It starts cleared. */
final class ManagedEvent implements Managed {

    private final List<Client> waiting = new ArrayList<>();
    private final Runnable onWait;
    private boolean isSet;

    /** Tells each time that one has begun to wait. */
    ManagedEvent(Runnable onWait) {
        this.onWait = onWait;
    }

    @Override
    public void call(Call call, Client client) {
        switch (call.method()) {
            case WAIT_SET -> await(client);
            case SET -> {
                isSet = true;
                List<Client> freed = List.copyOf(waiting);
                waiting.clear();
                freed.forEach(each -> each.answer(Answer.DONE));
                client.answer(Answer.DONE);
            }
            case CLEAR -> {
                isSet = false;
                client.answer(Answer.DONE);
            }
            case IS_SET -> client.answer(Answer.of(isSet));
            default -> throw Managed.unknown(call);
        }
    }

    private void await(Client client) {
        if (isSet) {
            client.answer(Answer.DONE);
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
