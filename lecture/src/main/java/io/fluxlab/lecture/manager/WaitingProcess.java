package io.fluxlab.lecture.manager;

import java.util.function.Consumer;

/**
 * A process that has made a call and waits for its answer.
 *
 * @param process its id
 * @param reply takes the answer, on the loop of the children
 */
record WaitingProcess(long process, Consumer<CallResult> reply) {

    void answer(CallResult answer) {
        reply.accept(answer);
    }
}
