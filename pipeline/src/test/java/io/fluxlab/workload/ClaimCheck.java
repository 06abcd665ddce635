package io.fluxlab.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.fluxlab.claim.Claim;
import io.fluxlab.claim.Claim.Children;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.RunLimits;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/**
 * Whether a run claims as much as it takes: it is measured where it may take what it likes, and a lab that has less than
 * that must refuse it.
 *
 * @param workload what is run
 * @param request the run
 */
public record ClaimCheck(Workload<?> workload, RunRequest request) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Objects that somebody else makes meanwhile, or the run for all runs to come. */
    private static final long NOISE_BYTES = 2 << 20;

    /** Measures a run to its end, which leaves no thread; an earlier one has loaded what all need. What it said. */
    public RunLog ofWholeRun() {
        RunThreads threads = RunThreads.now();
        Taken.Peak peak = new Taken.Peak(Taken.now());
        List<RunEvent> events;
        try (peak) {
            events = lab(Claim.ANY)
                    .run(request)
                    .doOnNext(event -> peak.atEvent())
                    .collectList()
                    .block(PATIENCE);
        }
        threads.assertNoneLeft();
        assertClaims(peak.most());
        return new RunLog(events);
    }

    /** Measures a run in its midst, where nobody takes more of its events than it takes to see that it is. */
    public void inTheMidst(Predicate<RunEvent> isBusy) {
        untilBusy(isBusy, () -> Taken.NOTHING);
        Taken before = Taken.withHeap();
        assertClaims(untilBusy(isBusy, Taken::withHeap).since(before));
    }

    private Taken untilBusy(Predicate<RunEvent> isBusy, Supplier<Taken> look) {
        RunThreads threads = RunThreads.now();
        AtomicBoolean busy = new AtomicBoolean();
        BaseSubscriber<RunEvent> subscriber = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(1);
            }

            @Override
            protected void hookOnNext(RunEvent event) {
                if (isBusy.test(event)) {
                    busy.set(true);
                } else {
                    request(1);
                }
            }
        };
        lab(Claim.ANY).run(request).subscribe(subscriber);
        try {
            await().atMost(PATIENCE).untilTrue(busy);
            return look.get();
        } finally {
            subscriber.cancel();
            threads.assertNoneLeft();
        }
    }

    private void assertClaims(Taken taken) {
        assertThat(taken.threads()).as("threads that were seen").isPositive();
        assertRefused(new Claim(Long.MAX_VALUE, taken.threads() - 1, Long.MAX_VALUE, Children.ANY), "threads", taken);
        if (taken.descriptors() > 0) {
            assertRefused(
                    new Claim(Long.MAX_VALUE, Long.MAX_VALUE, taken.descriptors() - 1, Children.ANY),
                    "descriptors",
                    taken);
        }
        if (taken.heapBytes() > NOISE_BYTES) {
            assertRefused(
                    new Claim(taken.heapBytes() - NOISE_BYTES, Long.MAX_VALUE, Long.MAX_VALUE, Children.ANY),
                    "runHeapMegabytes",
                    taken);
        }
    }

    private void assertRefused(Claim less, String what, Taken taken) {
        Throwable refusal = catchThrowable(() -> lab(less).run(request).blockFirst(PATIENCE));
        assertThat(refusal)
                .as("a lab with fewer %s than the run took: %s", what, taken)
                .isInstanceOf(RejectedRequestException.class)
                .hasMessageStartingWith(what + "AtOnce must be at most ");
    }

    private LocalLab lab(Claim most) {
        return LocalLab.builder()
                .workload(workload)
                .limits(RunLimits.NONE.withAtOnce(most))
                .build();
    }
}
