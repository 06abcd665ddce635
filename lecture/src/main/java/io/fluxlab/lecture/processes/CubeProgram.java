package io.fluxlab.lecture.processes;

import io.fluxlab.process.child.ChildProgram;
import io.fluxlab.process.child.ChildScope;
import io.rsocket.RSocket;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** The lecture's {@code cube}, and its list. */
public final class CubeProgram implements ChildProgram {

    /** As static as the lecture's {@code lst}, and yet each process has one of its own. Used by one thread. */
    private static final List<Integer> HANDLED = new ArrayList<>();

    /**
     * A number to be cubed, or {@link #LIST}.
     *
     * @param millis how long that takes, in milliseconds
     */
    record Question(int number, int millis) {

        /** What has been handled so far? */
        static final Question LIST = new Question(0, 0);
    }

    /**
     * What comes of it.
     *
     * @param process id of the process
     * @param cube of the number; 0 where there was none
     * @param handled all numbers so far
     */
    record Answer(long process, long cube, List<Integer> handled) {}

    @Override
    public RSocket start(ChildScope process) {
        return new Answering<>(Question.class, question -> Mono.fromCallable(() -> answer(question)));
    }

    // tag::cube[]
    private static Answer answer(Question question) throws InterruptedException {
        long number = question.number();
        if (number > 0) {
            HANDLED.add(question.number());
            Thread.sleep(question.millis());
        }
        return new Answer(ProcessHandle.current().pid(), number * number * number, HANDLED);
    }
    // end::cube[]
}
