package io.fluxlab.lecture.manager;

import io.fluxlab.lecture.manager.Call.Method;
import io.fluxlab.lecture.messages.PipeEnd;
import java.util.List;

/** The object in the parent, as a thread of the child uses it: each call waits for its answer. For one thread. */
final class Remote {

    private final PipeEnd pipe;

    Remote(PipeEnd pipe) {
        this.pipe = pipe;
    }

    boolean call(Method method) throws InterruptedException {
        return call(Call.of(method)).truth();
    }

    void put(List<Object> message) throws InterruptedException {
        call(new Call(Method.PUT, 0, message));
    }

    List<Object> get() throws InterruptedException {
        return call(Call.of(Method.GET)).message();
    }

    void notifyOne() throws InterruptedException {
        call(new Call(Method.NOTIFY, 1, List.of()));
    }

    private Answer call(Call call) throws InterruptedException {
        pipe.send(call);
        return (Answer) pipe.receive().orElseThrow(() -> new IllegalStateException("the parent has hung up"));
    }
}
