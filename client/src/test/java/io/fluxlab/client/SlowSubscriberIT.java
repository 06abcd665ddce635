package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.TaskItems;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Demand goes end to end: who asks for little slows only what is done for them. */
class SlowSubscriberIT {

    /** What a run has in flight: two batches of the task's own and one event on its way. */
    private static final long IN_FLIGHT = 3 * 512;

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ws", "local"})
    void oneEventASecondSlowsItsOwnRunAndNoOther(String scheme) {
        try (var served = ServedLab.start();
                var client = LabClient.connect(served.uri(scheme))) {
            var slow = new OneASecond();
            client.run(ServedLab.ENDLESS).subscribe(slow);
            await().until(() -> slow.received.get() > 0);

            StepVerifier.create(client.run(ServedLab.OTHER_ENDLESS)
                            .ofType(TaskItems.class)
                            .take(1_000))
                    .expectNextCount(1_000)
                    .verifyComplete();

            slow.dispose();
            assertThat(slow.received.get()).isBetween(1L, slow.asked.get());
            assertThat(served.emitted()).isLessThanOrEqualTo(slow.asked.get() * 512 + IN_FLIGHT);
        }
    }

    /** Asks for one event now and for one more every second. */
    private static final class OneASecond extends BaseSubscriber<RunEvent> {

        private final AtomicLong asked = new AtomicLong();
        private final AtomicLong received = new AtomicLong();
        private Disposable clock;

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            clock = Flux.interval(Duration.ZERO, Duration.ofSeconds(1)).subscribe(tick -> {
                asked.incrementAndGet();
                request(1);
            });
        }

        @Override
        protected void hookOnNext(RunEvent event) {
            received.incrementAndGet();
        }

        @Override
        protected void hookOnCancel() {
            clock.dispose();
        }
    }
}
