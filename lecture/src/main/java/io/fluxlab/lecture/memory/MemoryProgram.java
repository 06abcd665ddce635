package io.fluxlab.lecture.memory;

import io.fluxlab.process.child.ChildProgram;
import io.fluxlab.process.child.ChildScope;
import io.fluxlab.process.message.Copy;
import io.fluxlab.process.message.Errors;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A child that changes memory which it shares with its parent. Answers each {@link Duty} once it is done. */
public final class MemoryProgram implements ChildProgram {

    static final int MOST_BYTES = 1 << 16;

    @Override
    public RSocket start(ChildScope process) {
        Scheduler thread = Schedulers.newSingle("memory", true);
        return new RSocket() {
            @Override
            public Mono<Payload> requestResponse(Payload request) {
                return Mono.fromCallable(() ->
                                MemoryChild.perform((Duty) Copy.read(request, MemoryProgram.class.getClassLoader())))
                        .map(done -> Copy.of(done, MOST_BYTES).payload())
                        .onErrorMap(Errors::of)
                        .subscribeOn(thread);
            }
        };
    }
}
