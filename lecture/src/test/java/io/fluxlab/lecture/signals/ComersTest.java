package io.fluxlab.lecture.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

class ComersTest {

    private final Comers comers = new Comers();

    /** What waits for a publisher by blocking is seen, so that a count of none means something. */
    @Test
    void threadThatBlocksOnAPublisherIsHeld() {
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            comers.add(threads.start("blocked", () -> Sinks.one().asMono().block()));

            await().until(() -> comers.held() == 1);
        }
        assertThat(comers.threads()).isEqualTo(1);
        assertThat(comers.held()).isZero();
    }

    @Test
    void threadThatIsAtWorkIsNotHeld() throws InterruptedException {
        comers.add(Thread.currentThread());

        assertThat(comers.held()).isZero();
    }

    @Test
    void threadThatWaitsElsewhereIsNotHeld() throws InterruptedException {
        Thread idle = new Thread(new Idler());
        idle.start();
        Patience.DEFAULT.until("it to wait", () -> idle.getState() == Thread.State.TIMED_WAITING);
        comers.add(idle);

        assertThat(comers.threads()).isEqualTo(1);
        idle.interrupt();
        idle.join();
        assertThat(comers.held()).isZero();
    }

    private static final class Idler implements Runnable {
        @Override
        public void run() {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
