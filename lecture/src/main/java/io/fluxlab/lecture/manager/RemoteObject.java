package io.fluxlab.lecture.manager;

import io.fluxlab.lecture.manager.MethodCall.Method;
import io.fluxlab.lecture.messages.PipeEnd;
import java.util.List;

/** The object in the parent, as a thread of the child uses it: each call waits for its answer. For one thread. */
final class RemoteObject {

    private final PipeEnd pipe;

    RemoteObject(PipeEnd pipe) {
        this.pipe = pipe;
    }

    boolean call(Method method) throws InterruptedException {
        return call(MethodCall.of(method)).truth();
    }

    void put(List<Object> message) throws InterruptedException {
        call(new MethodCall(Method.PUT, 0, message));
    }

    List<Object> get() throws InterruptedException {
        return call(MethodCall.of(Method.GET)).message();
    }

    void notifyOne() throws InterruptedException {
        call(new MethodCall(Method.NOTIFY, 1, List.of()));
    }

    private CallResult call(MethodCall call) throws InterruptedException {
        pipe.send(call);
        return (CallResult) pipe.receive().orElseThrow(() -> new IllegalStateException("the parent has hung up"));
    }
}
