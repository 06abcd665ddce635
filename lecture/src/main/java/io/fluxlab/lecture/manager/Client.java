package io.fluxlab.lecture.manager;

import java.util.function.Consumer;

/**
 * A process that has made a call and waits for its answer.
 *
 * @param process its id
 * @param reply takes the answer, on the loop of the children
 */
record Client(long process, Consumer<Answer> reply) {

    void answer(Answer answer) {
        reply.accept(answer);
    }
}
