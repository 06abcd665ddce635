package io.fluxlab.lecture.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.process.message.Copy;
import io.fluxlab.process.message.TooLargeException;
import io.rsocket.Payload;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.test.StepVerifier;

class ProcessQueueTest {

    private final ProcessQueue queue = new ProcessQueue(2, 1000, Patience.millis(100));

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void asManyLeaveAsAreAskedFor() throws Exception {
        queue.put("first");
        queue.put("second");

        StepVerifier.create(queue.messages().map(ProcessQueueTest::read), 1)
                .expectNext("first")
                .then(() -> assertThat(queue.put()).isEqualTo(2))
                .thenRequest(1)
                .expectNext("second")
                .thenCancel()
                .verify();
    }

    @RepeatedTest(20)
    void whoeverStopsWaitingLeavesTheNextMessageToOthers() throws Exception {
        AtomicReference<Object> got = new AtomicReference<>();
        Disposable impatient = queue.messages().subscribe(message -> got.set(read(message)), got::set);
        await().until(() -> feeders().anyMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
        impatient.dispose();
        StepVerifier.create(queue.messages().map(ProcessQueueTest::read), 1)
                .expectSubscription()
                .then(() -> put("for the other"))
                .expectNext("for the other")
                .thenCancel()
                .verify();

        assertThat(got.get()).isNull();
    }

    @Test
    void roomThatDoesNotComeIsNamed() throws Exception {
        queue.put(1);
        queue.put(2);

        assertThatThrownBy(() -> queue.put(3)).hasMessage("waited 100 ms in vain for room in a queue of 2");
        assertThat(queue.put()).isEqualTo(2);
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void whatIsRefusedTakesNoRoom() throws Exception {
        assertThatThrownBy(() -> queue.put(new byte[1001])).isInstanceOf(TooLargeException.class);

        queue.put("fits");
        assertThat(queue.put()).isEqualTo(1);
    }

    @Test
    void closeEndsTheFeeder() throws Exception {
        queue.put("something");
        StepVerifier.create(queue.messages(), 1).expectNextCount(1).thenCancel().verify();

        queue.close();

        await().until(() -> feeders().findAny().isEmpty());
    }

    private static Stream<Thread> feeders() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("queue-feeder"));
    }

    private void put(Object message) {
        try {
            queue.put(message);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Object read(Payload payload) {
        return Copy.read(payload, ProcessQueueTest.class.getClassLoader());
    }
}
