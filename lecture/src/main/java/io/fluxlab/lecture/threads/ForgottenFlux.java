package io.fluxlab.lecture.threads;

import java.util.concurrent.ExecutionException;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The work as a {@code Flux}, in a class of its own: a program that uses a thread need not load Reactor. */
final class ForgottenFlux {

    private final Flux<String> flux;

    /** Assembles the {@code Flux}, on a scheduler whose thread is a daemon or not. */
    ForgottenFlux(Runnable work, boolean daemon) {
        Scheduler scheduler = Schedulers.newSingle("work", daemon);
        this.flux = Flux.just("result")
                .doOnNext(result -> work.run())
                .subscribeOn(scheduler)
                // A scheduler's thread waits for more work: where it is no daemon, the program would never end.
                .doFinally(signal -> scheduler.dispose());
    }

    void use(Forgotten forgotten) throws ExecutionException, InterruptedException {
        switch (forgotten) {
            case START -> {} // it is assembled, and nobody subscribes
            case JOIN -> flux.subscribe(result -> {}, ForgottenFlux::report);
            case NOTHING -> flux.then().toFuture().get();
        }
    }

    /** As a thread reports what nobody has caught. */
    private static void report(Throwable error) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, error);
    }
}
