package io.fluxlab.lecture.signals;

import io.fluxlab.lecture.demonstration.DemonstrationResources;
import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.demonstration.Story;
import io.fluxlab.workload.TaskContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;

/** Threads that wait for an {@link Event}, and the one that tells the story, which sets and clears it. */
final class ThreadsAtEvent implements DemonstrationResources {

    private static final Patience STANDSTILL = Patience.millis(2_000);

    private final Event event = new Event();
    private final DemonstrationThreads threads = new DemonstrationThreads();
    private final AtomicInteger passed = new AtomicInteger();
    private final Comers comers = new Comers();
    private final EventWorkload.Parameters parameters;
    private int gaveUp;

    private ThreadsAtEvent(EventWorkload.Parameters parameters) {
        this.parameters = parameters;
    }

    static Flux<Object> story(EventWorkload.Parameters parameters, TaskContext context) {
        return Story.of(
                context,
                () -> new ThreadsAtEvent(parameters),
                List.of(
                        stage -> stage.seen("created"),
                        stage -> stage.await("came"),
                        stage -> stage.set("set"),
                        ThreadsAtEvent::comeWhileSet,
                        ThreadsAtEvent::clear,
                        ThreadsAtEvent::waitInVain,
                        stage -> stage.set("set-again")));
    }

    private EventMoment await(String moment) throws InterruptedException {
        startWaiters();
        Patience.DEFAULT.until("all waiters to wait", () -> event.waiting() == parameters.waiters());
        return seen(moment);
    }

    private EventMoment set(String moment) throws InterruptedException {
        threads.start("event-setter", event::set);
        threads.join(Patience.DEFAULT);
        return seen(moment);
    }

    private EventMoment comeWhileSet() throws InterruptedException {
        startWaiters();
        threads.join(Patience.DEFAULT);
        return seen("came-while-set");
    }

    private EventMoment clear() throws InterruptedException {
        event.clear();
        return await("cleared");
    }

    private EventMoment waitInVain() throws InterruptedException {
        if (!event.await(Patience.millis(parameters.limitMillis()))) {
            gaveUp++;
        }
        return seen("time-limit");
    }

    private void startWaiters() {
        for (int i = 1; i <= parameters.waiters(); i++) {
            comers.add(threads.start("event-waiter-" + i, () -> {
                if (event.await(Patience.DEFAULT)) {
                    passed.incrementAndGet();
                }
            }));
        }
    }

    /** A thread that has come to the event may take a moment longer until it stands still. */
    private EventMoment seen(String moment) throws InterruptedException {
        int waiting = event.waiting();
        STANDSTILL.within(() -> comers.held() == waiting);
        return new EventMoment(
                moment, event.isSet(), waiting, passed.get(), event.waited(), gaveUp, comers.threads(), comers.held());
    }

    @Override
    public void close() {
        threads.dismiss();
    }
}
