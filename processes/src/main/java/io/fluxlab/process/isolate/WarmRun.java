package io.fluxlab.process.isolate;

import io.fluxlab.lab.Lab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunRequest;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A run in a JVM that has played it before, until the JIT compiler had hardly anything left to do. Confined to one stream. */
final class WarmRun {

    /** A JVM is not taken for warm before, nor for cold after. */
    private static final Duration LEAST_WARMUP = Duration.ofMillis(500);

    private static final Duration MOST_WARMUP = Duration.ofSeconds(4);

    private static final int LEAST_RUNS = 2;

    /** The compiler is at rest where it takes less than this part of the time that a run takes. */
    private static final double AT_REST = 0.05;

    private final @Nullable CompilationMXBean compiler = compiler();
    private final long startNanos = System.nanoTime();
    private int runs;
    private long compiledMillis = compiledMillis();
    private long runStartNanos = startNanos;
    private boolean isAtRest;
    private boolean hasFailed;

    private WarmRun() {}

    /**
     * The events of the last of several runs: that is the one for which the JVM is warm, or the one that follows a run that
     * failed. Starts at subscription, and cancel stops the run that goes on.
     */
    static Flux<RunEvent> of(Lab lab, RunRequest request) {
        return Flux.defer(() -> {
            WarmRun warm = new WarmRun();
            return lab.run(request)
                    .ofType(RunFinished.class)
                    .doOnNext(warm::ended)
                    .repeat(warm::isCold)
                    .then(Mono.just(request))
                    .flatMapMany(lab::run);
        });
    }

    private void ended(RunFinished run) {
        long now = System.nanoTime();
        long compiled = compiledMillis();
        isAtRest = (compiled - compiledMillis) * 1e6 < AT_REST * (now - runStartNanos);
        compiledMillis = compiled;
        runStartNanos = now;
        hasFailed = run.status() != Status.COMPLETED;
        runs++;
    }

    private boolean isCold() {
        long elapsed = System.nanoTime() - startNanos;
        boolean isWarm = runs >= LEAST_RUNS && elapsed >= LEAST_WARMUP.toNanos() && isAtRest;
        return !hasFailed && !isWarm && elapsed < MOST_WARMUP.toNanos();
    }

    private static @Nullable CompilationMXBean compiler() {
        CompilationMXBean found = ManagementFactory.getCompilationMXBean();
        return found != null && found.isCompilationTimeMonitoringSupported() ? found : null;
    }

    private long compiledMillis() {
        return compiler == null ? 0 : compiler.getTotalCompilationTime();
    }
}
