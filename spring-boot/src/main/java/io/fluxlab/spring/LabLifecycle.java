package io.fluxlab.spring;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Stops the lab before the application's servers stop: nothing new starts, what goes on has some time, and what goes on
 * after that is ended, so that whoever waits for it still gets the end of the answer. Thread-safe.
 */
final class LabLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LabLifecycle.class);

    /** What a lab promises: a run that has ended has let go of everything within so much time. */
    private static final Duration LETTING_GO = Duration.ofSeconds(1);

    private static final Duration LOOK = Duration.ofMillis(20);

    private final ServiceLab lab;
    private final Duration stopWithin;
    private volatile boolean isRunning;

    LabLifecycle(ServiceLab lab, Duration stopWithin) {
        this.lab = lab;
        this.stopWithin = stopWithin;
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable callback) {
        Scheduler clock = Schedulers.newSingle("fluxlab-stop", true);
        lab.stop()
                .timeout(stopWithin, clock)
                .onErrorResume(TimeoutException.class, late -> end(clock))
                .then(Mono.defer(() -> letGo(clock)))
                .doFinally(signal -> {
                    isRunning = false;
                    clock.dispose();
                    callback.run();
                })
                .subscribe(nothing -> {}, error -> LOG.warn("the lab did not stop as it should", error));
    }

    private Mono<Void> end(Scheduler clock) {
        LOG.info(
                "{} runs and comparisons still go on after {} ms: they are ended",
                lab.running().size(),
                stopWithin.toMillis());
        lab.end();
        return lab.stop().timeout(LETTING_GO, Mono.empty(), clock);
    }

    private Mono<Void> letGo(Scheduler clock) {
        return Flux.interval(Duration.ZERO, LOOK, clock)
                .takeUntil(tick -> lab.hasLetGo())
                .take(LETTING_GO, clock)
                .then();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
