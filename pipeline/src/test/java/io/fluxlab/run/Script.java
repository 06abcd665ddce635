package io.fluxlab.run;

import io.fluxlab.run.Board.Count;
import io.fluxlab.trail.ThreadNames;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The plays that every lane must be able to give. Constants, so that another process finds them by name; what their tasks
 * have to tell is on a {@link Board}. {@code detail} is the script's own business.
 */
public enum Script {
    /** Several kinds of bodies, by task. */
    MIXED((board, detail) -> (task, context) -> switch (task % 5) {
        case 0 -> Mono.empty();
        case 1 -> Mono.fromCallable(() -> "item of " + task);
        case 2 -> Flux.range(0, 3_000).map(i -> task * i);
        case 3 -> Mono.delay(Duration.ofMillis(task % 3), context.timer()).thenMany(Flux.just(task, "and more"));
        default -> Flux.range(0, 1_500).publishOn(context.timer(), 7);
    }),
    /** One item each: the task's number. */
    JUST((board, detail) -> (task, context) -> Mono.just(task)),
    /** One item each, and a signature. */
    SIGNING((board, detail) -> (task, context) -> Mono.fromCallable(() -> {
        board.sign();
        return task;
    })),
    /** Nothing but a mark that it ran. */
    EMPTY((board, detail) -> (task, context) -> Mono.fromRunnable(() -> board.add(Count.RAN, 1))),
    /** As many items as {@code detail} says. */
    RANGE((board, detail) -> (task, context) -> Flux.range(0, Integer.parseInt(detail))),
    /** Emits for ever and counts it. */
    COUNTING((board, detail) -> (task, context) -> Flux.generate(() -> 0L, (next, sink) -> {
        board.add(Count.EMITTED, 1);
        sink.next(next);
        return next + 1;
    })),
    /** Makes a mark and a blocking call, and tells whether anybody asked for that; every second one fails. */
    TRACING((board, detail) -> (task, context) -> Mono.fromCallable(() -> {
        context.tracer().wrote("x", task);
        boolean isOn = context.blocking(() -> context.tracer().isOn());
        if (task % 2 == 1) {
            throw new IllegalStateException("odd");
        }
        return isOn;
    })),
    /** Blocks for a moment. */
    BLOCKING((board, detail) -> (task, context) -> Mono.fromCallable(() -> context.blocking(() -> {
        board.enter();
        Thread.sleep(2);
        board.leave();
        return task;
    }))),
    /** Waits for a moment without a thread. */
    ASYNC((board, detail) -> (task, context) -> Mono.fromRunnable(board::enter)
            .then(Mono.delay(Duration.ofMillis(2), context.timer()))
            .doOnNext(end -> board.leave())),
    /** The threads on which it starts, and on which it goes on after it has waited and come back to its lane. */
    RETURNING((board, detail) -> (task, context) -> Flux.concat(
            Mono.fromCallable(() -> ThreadNames.groupOf(Thread.currentThread())),
            Mono.delay(Duration.ofMillis(1), context.timer())
                    .publishOn(context.scheduler())
                    .map(waited -> ThreadNames.groupOf(Thread.currentThread())),
            Mono.delay(Duration.ofMillis(1), context.scheduler())
                    .map(waited -> ThreadNames.groupOf(Thread.currentThread())))),
    /** Comes back to its lane and blocks there for ever. */
    STUCK((board, detail) -> (task, context) -> Mono.delay(Duration.ofMillis(1), context.timer())
            .publishOn(context.scheduler())
            .map(waited -> {
                board.enter();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    board.leave();
                }
                return task;
            })),
    /** What it finds in the context under {@code detail}. */
    CONTEXT((board, detail) -> (task, context) -> Mono.deferContextual(found -> Mono.just(found.get(detail)))
            .concatWith(Mono.deferContextual(found -> Mono.just(found.size())))),
    /** Computes for a moment. */
    COMPUTING((board, detail) -> (task, context) -> Mono.fromRunnable(() -> {
        board.enter();
        for (int i = 0; i < 1_000; i++) {
            context.checkpoint(i);
        }
        board.leave();
    })),
    /** Waits without a thread until as many as {@code detail} says have started. */
    TOGETHER((board, detail) -> (task, context) -> Mono.defer(() -> {
        board.enter();
        return Flux.interval(Duration.ofMillis(1), context.timer())
                .onBackpressureDrop()
                .filter(tick -> board.get(Count.NOW) >= Integer.parseInt(detail))
                .next()
                .then();
    })),
    /** One of {@link Bodies#endless} that {@code detail} names, whose guests sign. */
    ENDLESS((board, detail) -> (task, context) -> {
        board.sign();
        board.enter();
        return Flux.from(Bodies.endless(detail).body().of(task, context))
                .doOnTerminate(board::leave)
                .doOnCancel(board::leave);
    }),
    /** The first pays no heed to anything until it is released; the others sleep. */
    DEAF((board, detail) -> (task, context) -> {
        board.sign();
        return task > 0
                ? Bodies.BLOCKER.of(task, context)
                : Mono.fromRunnable(() -> {
                    while (board.get(Count.RELEASED) == 0) {
                        LockSupport.parkNanos(1_000_000);
                        Thread.interrupted();
                    }
                });
    }),
    /** The fifth does what {@code detail} names among {@link Misbehaviour#all}. */
    MISBEHAVING((board, detail) ->
            (task, context) -> task == 4 ? Misbehaviour.named(detail).body() : Mono.just(task)),
    /** Goes on after its end. */
    TALKATIVE((board, detail) -> (task, context) -> Misbehaviour.talkative()),
    /** A plan that can't name its tasks. */
    NAMELESS((board, detail) -> Bodies.BLOCKER) {
        @Override
        Tasks stage(Tasks tasks) {
            return tasks.labelled(task -> {
                throw new IllegalStateException("no label");
            });
        }
    },
    /** A plan that does not open. */
    SHUT((board, detail) -> Bodies.BLOCKER) {
        @Override
        Tasks stage(Tasks tasks) {
            return tasks.opening(Mono.error(new IllegalStateException("shut")));
        }
    };

    private final Writing writing;

    Script(Writing writing) {
        this.writing = writing;
    }

    /** Makes bodies that know their board. */
    private interface Writing {
        Tasks.Body on(Board board, String detail);
    }

    /** The plan of so many tasks. */
    public Tasks plan(int tasks, Board board, String detail) {
        return stage(Tasks.of(tasks, writing.on(board, detail))
                .opening(Mono.fromRunnable(() -> board.add(Count.OPENED, 1))));
    }

    Tasks stage(Tasks tasks) {
        return tasks;
    }
}
