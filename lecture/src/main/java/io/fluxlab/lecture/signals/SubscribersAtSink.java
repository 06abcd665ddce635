package io.fluxlab.lecture.signals;

import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Waiters at a sink: it keeps its latest value for whoever comes later, and to wait is to subscribe to the next
 * {@code true}. The first waiters come on the task's thread; the sink is told on the home loop's.
 */
final class SubscribersAtSink implements Disposable {

    private final Sinks.Many<Boolean> flag = Sinks.many().replay().latestOrDefault(false);
    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger waited = new AtomicInteger();
    private final AtomicInteger gaveUp = new AtomicInteger();
    private final Comers comers = new Comers();
    private final Disposable.Composite waiters = Disposables.composite();
    private final EventWorkload.Parameters parameters;

    private SubscribersAtSink(EventWorkload.Parameters parameters) {
        this.parameters = parameters;
    }

    /** Cold; one moment after the other. Cancel takes all subscribers from the sink. */
    static Flux<Object> story(EventWorkload.Parameters parameters, TaskContext context) {
        return Flux.using(
                () -> new SubscribersAtSink(parameters),
                stage -> Flux.concat(List.of(
                        stage.seen("created"),
                        stage.come().then(stage.seen("came")),
                        stage.tell(true, context).then(stage.seen("set")),
                        stage.come().then(stage.seen("came-while-set")),
                        stage.tell(false, context).then(stage.come()).then(stage.seen("cleared")),
                        stage.waitInVain(context).then(stage.seen("time-limit")),
                        stage.tell(true, context).then(stage.seen("set-again")))),
                Disposable::dispose);
    }

    private Mono<Void> come() {
        return Mono.fromRunnable(() -> {
            for (int i = 0; i < parameters.waiters(); i++) {
                subscribe();
            }
        });
    }

    private void subscribe() {
        waiting.incrementAndGet();
        comers.add(Thread.currentThread());
        Disposable waiter = nextSet().subscribe(isSet -> pass(), error -> gaveUp.incrementAndGet());
        if (!waiter.isDisposed()) {
            waited.incrementAndGet();
        }
        waiters.add(waiter);
    }

    /** What {@code event.wait()} is here. */
    private Mono<Boolean> nextSet() {
        return flag.asFlux().filter(isSet -> isSet).next();
    }

    private void pass() {
        waiting.decrementAndGet();
        passed.incrementAndGet();
    }

    private Mono<Void> tell(boolean isSet, TaskContext context) {
        return Mono.<Void>fromRunnable(() -> flag.tryEmitNext(isSet).orThrow()).subscribeOn(context.timer());
    }

    private Mono<Boolean> waitInVain(TaskContext context) {
        return nextSet()
                .doOnSubscribe(subscription -> waited.incrementAndGet())
                .timeout(Duration.ofMillis(parameters.limitMillis()), context.timer())
                .onErrorResume(TimeoutException.class, error -> Mono.fromRunnable(gaveUp::incrementAndGet));
    }

    private Mono<Object> seen(String moment) {
        return flag.asFlux()
                .next()
                .map(isSet -> new EventMoment(
                        moment,
                        isSet,
                        waiting.get(),
                        passed.get(),
                        waited.get(),
                        gaveUp.get(),
                        comers.threads(),
                        comers.held()));
    }

    @Override
    public void dispose() {
        waiters.dispose();
    }
}
