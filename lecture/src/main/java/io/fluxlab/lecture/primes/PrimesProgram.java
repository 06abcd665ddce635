package io.fluxlab.lecture.primes;

import io.fluxlab.process.child.ChildProgram;
import io.fluxlab.process.child.ChildScope;
import io.fluxlab.process.message.Copy;
import io.fluxlab.process.message.Errors;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A child that searches one {@link SearchRange} after the other. */
public final class PrimesProgram implements ChildProgram {

    static final int MOST_BYTES = 1 << 12;

    @Override
    public RSocket start(ChildScope process) {
        Scheduler thread = Schedulers.newSingle("find-primes", true);
        return new RSocket() {
            @Override
            public Mono<Payload> requestResponse(Payload request) {
                return Mono.fromCallable(
                                () -> search((SearchRange) Copy.read(request, SearchRange.class.getClassLoader())))
                        .map(found -> Copy.of(found, MOST_BYTES).payload())
                        .onErrorMap(Errors::of)
                        .subscribeOn(thread);
            }
        };
    }

    private static SearchResult search(SearchRange range) throws InterruptedException {
        return SearchResult.of(
                range, range.search(), "process " + ProcessHandle.current().pid());
    }
}
