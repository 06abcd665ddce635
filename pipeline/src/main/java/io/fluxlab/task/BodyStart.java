package io.fluxlab.task;

import io.fluxlab.task.TaskExecution.TaskBody;
import io.fluxlab.trail.Trail;
import java.util.concurrent.Callable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

/** How a body begins, on the task's thread: it is built, and subscribed to, or called where it is one value. */
final class BodyStart {

    private BodyStart() {}

    static void run(TaskBody body, TaskExecution task, Trail trail) throws Exception {
        if (restoresThreadLocals(task)) {
            Mono.fromCallable(() -> built(body, task, trail))
                    .flatMapMany(items -> items)
                    .contextWrite(same -> same)
                    .subscribe(task);
            return;
        }
        Publisher<?> items = built(body, task, trail);
        if (items instanceof Callable<?> callable) {
            Object item = callable.call();
            if (item != null) {
                task.onNext(item);
            }
            task.onComplete();
        } else {
            items.subscribe(task);
        }
    }

    /** Whether Reactor is to set ThreadLocals from the context: writing the context is where it does so. */
    private static boolean restoresThreadLocals(TaskExecution task) {
        return Hooks.isAutomaticContextPropagationEnabled()
                && !task.currentContext().isEmpty();
    }

    private static Publisher<?> built(TaskBody body, TaskExecution task, Trail trail) throws Exception {
        long beforeNanos = System.nanoTime();
        Publisher<?> items = body.in(task);
        trail.built(items, System.nanoTime() - beforeNanos);
        return items;
    }
}
