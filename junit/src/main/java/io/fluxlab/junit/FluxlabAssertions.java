package io.fluxlab.junit;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.measure.Durations;
import io.fluxlab.verdict.Verdict;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Where assertions of comparisons in plain tests begin. Needs AssertJ on the class path. Stateless; thread-safe. */
public final class FluxlabAssertions {

    /** How long a comparison may take of which nothing else is said. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private FluxlabAssertions() {}

    /** Asserts something of a verdict. */
    public static VerdictAssert assertThat(@Nullable Verdict verdict) {
        return new VerdictAssert(verdict);
    }

    /**
     * Subscribes to a comparison, waits for its verdict, two minutes at the longest, and asserts something of that. Blocks;
     * an interrupt and the end of the time cancel the comparison.
     *
     * @throws AssertionError where there is no verdict in time
     * @throws io.fluxlab.error.LabException where the comparison fails
     * @throws CancellationException where the thread is interrupted, which it then is still
     */
    public static VerdictAssert assertThat(Flux<ComparisonEvent> comparison) {
        CompletableFuture<Verdict> verdict = comparison
                .ofType(ComparisonEvent.Verdict.class)
                .map(ComparisonEvent.Verdict::verdict)
                .last()
                .toFuture();
        try {
            return new VerdictAssert(verdict.get(LIMIT.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("there was no verdict after " + Durations.readable(LIMIT.toNanos()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while there was no verdict yet");
        } finally {
            verdict.cancel(true);
        }
    }
}
