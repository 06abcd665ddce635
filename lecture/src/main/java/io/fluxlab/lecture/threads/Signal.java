package io.fluxlab.lecture.threads;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fluxlab.lecture.crew.Crew;
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
        BooleanSupplier begin(Errand errand, Crew crew) {
            crew.start(WORKER, errand::run);
            return () -> {
                errand.ask();
                return false;
            };
        }
    },

    /** Its thread is interrupted. */
    @JsonProperty("interrupt")
    INTERRUPT("interrupt") {
        @Override
        BooleanSupplier begin(Errand errand, Crew crew) {
            Thread thread = crew.start(WORKER, errand::run);
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
        BooleanSupplier begin(Errand errand, Crew crew) {
            Disposable subscription = Mono.<Void>create(sink -> {
                        sink.onCancel(errand::ask);
                        errand.run();
                        sink.success();
                    })
                    .subscribeOn(crew.scheduler(WORKER))
                    .subscribe(nothing -> {}, error -> errand.giveReason());
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
    abstract BooleanSupplier begin(Errand errand, Crew crew);

    /** Sets a worker to work, asks it to stop, and looks whether it does within the bound. */
    Stopping stop(Worker worker, Duration bound, TaskContext context) throws Exception {
        Errand errand = new Errand(worker);
        Crew crew = new Crew();
        try {
            BooleanSupplier signal = begin(errand, crew);
            if (!errand.hasBegun(PATIENCE, context)) {
                throw new TimeoutException("the worker did not begin within " + PATIENCE.toMillis() + " ms");
            }
            long askedNanos = System.nanoTime();
            boolean disposed = signal.getAsBoolean();
            boolean stopped = errand.hasEnded(bound, context);
            double millis = (System.nanoTime() - askedNanos) / 1e6;
            errand.giveReason();
            boolean ended = errand.hasEnded(PATIENCE, context);
            return new Stopping(
                    worker, this, stopped, stopped ? millis : null, errand.noticed(), disposed, !stopped && ended);
        } finally {
            errand.giveReason();
            crew.close();
        }
    }
}
