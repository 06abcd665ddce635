package io.fluxlab.lecture.threads;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** How a worker is asked to stop. */
enum Signal {
    /** A shared variable is set: the lecture's way. */
    @JsonProperty("flag")
    FLAG("flag") {
        @Override
        BooleanSupplier begin(StoppableWork work, DemonstrationThreads threads) {
            threads.start(WORKER, work::run);
            return () -> {
                work.ask();
                return false;
            };
        }
    },

    /** Its thread is interrupted. */
    @JsonProperty("interrupt")
    INTERRUPT("interrupt") {
        @Override
        BooleanSupplier begin(StoppableWork work, DemonstrationThreads threads) {
            Thread thread = threads.start(WORKER, work::run);
            return () -> {
                thread.interrupt();
                return false;
            };
        }
    },

    /** The subscription is disposed of: Reactor tells the source, and interrupts the thread. It waits for nobody. */
    @JsonProperty("disposable")
    DISPOSABLE("Disposable") {
        @Override
        BooleanSupplier begin(StoppableWork work, DemonstrationThreads threads) {
            Disposable subscription = Mono.<Void>create(sink -> {
                        sink.onCancel(work::ask);
                        work.run();
                        sink.success();
                    })
                    .subscribeOn(threads.scheduler(WORKER))
                    .subscribe(nothing -> {}, error -> work.giveReason());
            return () -> {
                subscription.dispose();
                return subscription.isDisposed();
            };
        }
    };

    private static final String WORKER = "worker";

    /** For what takes no time unless the machine is busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String label;

    Signal(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Sets the worker to work; the answer asks it to stop, and says whether its subscription is disposed of then. */
    abstract BooleanSupplier begin(StoppableWork work, DemonstrationThreads threads);

    /** Sets a worker to work, asks it to stop, and looks whether it does within the bound. */
    Stopping stop(StopReaction worker, Duration bound, TaskContext context) throws Exception {
        StoppableWork work = new StoppableWork(worker);
        DemonstrationThreads threads = new DemonstrationThreads();
        try {
            BooleanSupplier signal = begin(work, threads);
            if (!work.hasBegun(PATIENCE, context)) {
                throw new TimeoutException("the worker did not begin within " + PATIENCE.toMillis() + " ms");
            }
            long askedNanos = System.nanoTime();
            boolean disposed = signal.getAsBoolean();
            boolean stopped = work.hasEnded(bound, context);
            double millis = (System.nanoTime() - askedNanos) / 1e6;
            work.giveReason();
            boolean ended = work.hasEnded(PATIENCE, context);
            return new Stopping(
                    worker, this, stopped, stopped ? millis : null, work.noticed(), disposed, !stopped && ended);
        } finally {
            work.giveReason();
            threads.close();
        }
    }
}
