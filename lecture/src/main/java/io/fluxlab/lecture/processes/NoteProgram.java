package io.fluxlab.lecture.processes;

import io.fluxlab.process.child.ChildProgram;
import io.fluxlab.process.child.ChildScope;
import io.rsocket.RSocket;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A process that has notes, and does some work. */
public final class NoteProgram implements ChildProgram {

    /** What is to be done. */
    enum Verb {
        /** Write the value into the note. */
        WRITE,
        /** Say what is in the note. */
        READ,
        /** Work for so many milliseconds. Answers at the beginning and at the end. */
        WORK
    }

    /** What the parent wants: which note, and a value to write or milliseconds to work. */
    record Order(Verb verb, String note, int value) {}

    /** What came of it: the process, what is in the note, and whether all is done. */
    record Answer(long process, int note, boolean done) {}

    @Override
    public RSocket start(ChildScope process) {
        return new Answering<>(Order.class, NoteProgram::answers);
    }

    private static Publisher<Answer> answers(Order order) {
        return switch (order.verb()) {
            case WRITE ->
                Mono.fromCallable(() -> {
                    Notes.write(order.note(), order.value());
                    return answer(order, true);
                });
            case READ -> Mono.fromCallable(() -> answer(order, true));
            case WORK ->
                Flux.concat(List.of(Mono.fromCallable(() -> answer(order, false)), Mono.fromCallable(() -> {
                    Thread.sleep(order.value());
                    return answer(order, true);
                })));
        };
    }

    private static Answer answer(Order order, boolean done) {
        return new Answer(ProcessHandle.current().pid(), Notes.read(order.note()), done);
    }
}
