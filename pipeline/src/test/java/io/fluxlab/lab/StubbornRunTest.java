package io.fluxlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.fluxlab.claim.Claim;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** A run whose body does not let go of its thread when it is told to end. */
class StubbornRunTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final RunRequest RUN =
            RunRequest.of("stubborn", "bounded-elastic").with(Map.of("tasks", 1, "calls", 1));

    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    /** Room for one run: three threads for itself and one of its lane. */
    private final Lab lab = LocalLab.builder()
            .workload(Workload.of("stubborn", () -> Mono.fromRunnable(this::hold)))
            .limits(RunLimits.NONE.withAtOnce(new Claim(Long.MAX_VALUE, 7, Long.MAX_VALUE, Claim.Children.ANY)))
            .build();

    @AfterEach
    void letGo() {
        letGo.countDown();
    }

    @Test
    void cancelledRunKeepsItsClaimUntilItsThreadHasBeenLetGo() throws InterruptedException {
        Disposable run = lab.run(RUN).subscribe(event -> {}, error -> {});
        held.await();
        run.dispose();

        // a second is what a run has that holds no thread any more
        await().during(Claims.LETTING_GO.multipliedBy(2)).atMost(PATIENCE).untilAsserted(this::assertRefused);
        letGo.countDown();

        await().atMost(PATIENCE)
                .ignoreException(RejectedRequestException.class)
                .untilAsserted(() -> assertThat(lab.run(RUN).ignoreElements().blockOptional(PATIENCE))
                        .isEmpty());
    }

    private void assertRefused() {
        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> lab.run(RUN).blockLast(PATIENCE))
                .withMessageContaining("threadsAtOnce must be at most 7");
    }

    private void hold() {
        held.countDown();
        boolean interrupted = false;
        while (letGo.getCount() > 0) {
            try {
                letGo.await();
            } catch (InterruptedException e) {
                interrupted = true; // and it goes on
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
