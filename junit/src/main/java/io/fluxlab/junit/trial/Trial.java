package io.fluxlab.junit.trial;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.LabException;
import io.fluxlab.junit.expectation.Evidence;
import io.fluxlab.junit.expectation.LoopWatch;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunRequest;
import io.fluxlab.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Runs a body on lanes and gathers evidence. Not thread-safe: one trial is for one test. Its methods block, and an interrupt
 * ends what goes on.
 */
public final class Trial {

    private final TrialSettings settings;
    private final List<String> lanes;
    private final String baseline;
    private final LaneDepartures departures = new LaneDepartures();
    private final BodyWorkload workload;
    private final LocalLab lab;
    private final long endNanos;
    private volatile @Nullable LoopWatcher watcher;
    private int calls;

    /** A trial of this body. Does nothing yet, but its time begins. */
    public Trial(
            Callable<? extends @Nullable Object> body, List<String> lanes, String baseline, TrialSettings settings) {
        this.settings = settings;
        this.lanes = List.copyOf(lanes);
        this.baseline = baseline;
        this.workload = new BodyWorkload(body, departures, this::homeOf);
        this.lab = LocalLab.builder().workload(workload).build();
        this.endNanos = System.nanoTime() + settings.limit().toNanos();
        this.calls = settings.calls();
    }

    /** What is wrong with the lanes; nothing where they can be compared. */
    public List<FieldError> mistakes() {
        return lab.mistakes(request(1));
    }

    /**
     * Compares the lanes.
     *
     * @throws BodyFailedException where a call of the body fails
     * @throws TrialTooLongException where the time is up before there is a verdict
     */
    public Evidence evidence() throws InterruptedException {
        if (calls == 0) {
            calls = await(Sizing.calls(settings.tasksOfRun(), this::tried));
        }
        Verdict verdict = await(lab.compare(request(calls))
                .doOnNext(this::follow)
                .ofType(ComparisonEvent.Verdict.class)
                .last()
                .map(ComparisonEvent.Verdict::verdict));
        return Evidence.of(verdict, this::watch, departures.all());
    }

    private ComparisonRequest request(int callsOfTask) {
        return ComparisonRequest.of(workload.name())
                .on(lanes)
                .baseline(baseline)
                .with(parameters(settings.tasksOfRun(), callsOfTask))
                .rounds(settings.rounds() == 0 ? null : settings.rounds(), 1)
                .maxTimeMillis(settings.maxTime().toMillis());
    }

    private static Map<String, Object> parameters(int tasks, int calls) {
        return Map.of("tasks", tasks, "calls", calls);
    }

    private Mono<Long> tried(int callsOfTask) {
        departures.enter(baseline);
        return lab.run(RunRequest.of(workload.name(), baseline)
                        .with(parameters(1, callsOfTask))
                        .with(BystanderRate.NONE))
                .ofType(RunFinished.class)
                .last()
                .doOnNext(this::failWithBody)
                .map(end -> end.summary().wallNanos());
    }

    private void failWithBody(RunFinished end) {
        Throwable failure = workload.failure();
        if (failure != null && end.summary().failed() > 0) {
            throw new BodyFailedException(baseline, failure);
        }
    }

    private void follow(ComparisonEvent event) {
        if (event instanceof ComparisonEvent.RoundStarted round) {
            departures.enter(round.lane());
        }
    }

    private void homeOf(Thread home) {
        LoopWatcher watching = watcher;
        if (watching != null) {
            watching.watch(home);
        }
    }

    /** Runs the body once more, on this lane, and watches the loop. */
    private Optional<LoopWatch> watch(String lane) {
        try (LoopWatcher watching = new LoopWatcher()) {
            watcher = watching;
            departures.enter(lane);
            await(lab.run(RunRequest.of(workload.name(), lane).with(parameters(settings.tasksOfRun(), calls)))
                    .doOnNext(event -> watching.look(!(event instanceof RunFinished)))
                    .ofType(RunFinished.class)
                    .last());
            watching.close();
            return Optional.of(watching.found(lane));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            watcher = null;
        }
    }

    private <T> T await(Mono<T> mono) throws InterruptedException {
        CompletableFuture<T> result = mono.toFuture();
        try {
            return result.get(Math.max(0, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new TrialTooLongException(settings.limit(), departures.places());
        } finally {
            result.cancel(true);
        }
    }

    private RuntimeException failed(Throwable error) {
        Throwable failure = workload.failure();
        if (error instanceof BodyFailedException || failure == null) {
            return error instanceof RuntimeException known ? known : new IllegalStateException(error);
        }
        return new BodyFailedException(
                error instanceof LabException ? String.valueOf(error.getMessage()) : "", failure);
    }

    /** Waits until the threads of the trial have ended, and returns where those are that stay in the body. */
    public List<String> left(Duration patience) throws InterruptedException {
        return departures.left(patience);
    }
}
