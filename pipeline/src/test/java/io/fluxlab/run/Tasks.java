package io.fluxlab.run;

import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A plan of tasks that all have the same body, and that knows how often it was opened and closed. Thread-safe. */
public final class Tasks implements Plan {

    private final int size;
    private final Body body;
    private final Mono<Void> opening;
    private final IntFunction<String> labels;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    private Tasks(int size, Body body, Mono<Void> opening, IntFunction<String> labels) {
        this.size = size;
        this.body = body;
        this.opening = opening;
        this.labels = labels;
    }

    /** What a task does. */
    @FunctionalInterface
    public interface Body {
        Publisher<?> of(int task, TaskContext context);
    }

    public static Tasks of(int size, Body body) {
        return new Tasks(size, body, Mono.empty(), task -> "task " + task);
    }

    public Tasks opening(Mono<Void> newOpening) {
        return new Tasks(size, body, newOpening, labels);
    }

    public Tasks labelled(IntFunction<String> newLabels) {
        return new Tasks(size, body, opening, newLabels);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String label(int task) {
        return labels.apply(task);
    }

    @Override
    public Publisher<?> body(int task, TaskContext context) {
        return body.of(task, context);
    }

    @Override
    public Mono<Void> open(EventLoop home) {
        return opening.doOnSubscribe(subscription -> opened.incrementAndGet());
    }

    @Override
    public Mono<Void> close() {
        return Mono.fromRunnable(closed::incrementAndGet);
    }

    public int opened() {
        return opened.get();
    }

    public int closed() {
        return closed.get();
    }
}
