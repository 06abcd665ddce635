package io.fluxlab.lecture.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lecture.messages.IpcQueueWorkload.Parameters;
import io.fluxlab.run.Guests;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class IpcQueueWorkloadTest extends WorkloadContract<Parameters> {

    private static List<Object> story = List.of();

    private static final List<Object> LECTURE = Arrays.asList(42, null, "hello");

    @Override
    protected Workload<Parameters> workload() {
        return new IpcQueueWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("capacity", 4, "limitMegabytes", 1, "messages", 100, "rounds", 1);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("processes", 1, "messages", 10_000_000, "rounds", 1000, "limitMillis", 7_200_000);
    }

    /** Processes and times differ. */
    @Override
    protected Object lasting(Object item) {
        return switch ((ProcessQueueMoment) item) {
            case ProcessQueueMoment.Arrived arrived -> arrived.got();
            case ProcessQueueMoment.Throughput throughput -> throughput.inOrder();
            case ProcessQueueMoment other -> other;
        };
    }

    @Test
    void listOfTheLectureArrivesEqualFromAnotherProcess() {
        ProcessQueueMoment.Arrived arrived = moment(ProcessQueueMoment.Arrived.class);

        assertThat(arrived.got()).isEqualTo(LECTURE);
        assertThat(arrived.putBy()).isNotEqualTo(arrived.gotBy());
        assertThat(arrived.gotBy()).isEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void changesDoNotTravelEitherWay() {
        ProcessQueueMoment.Changed changed = moment(ProcessQueueMoment.Changed.class);

        assertThat(changed.held()).containsExactly("put", "changed by who put it");
        assertThat(changed.got()).containsExactly("put", "unchanged");
        assertThat(changed.gotAndChanged()).containsExactly("put", "changed by who got it");
        assertThat(changed.heldThen()).isEqualTo(changed.held());
    }

    @Test
    void whoPutsIntoAFullQueueWaitsUntilAMessageIsGot() {
        ProcessQueueMoment.Bounded bounded = moment(ProcessQueueMoment.Bounded.class);

        assertThat(bounded).isEqualTo(new ProcessQueueMoment.Bounded("bounded", 4, 4, true, 5, 8, true));
    }

    @Test
    void messageBelowTheLimitArrives() {
        ProcessQueueMoment.Largest largest = moment(ProcessQueueMoment.Largest.class);

        assertThat(largest.got()).isEqualTo(largest.put()).isGreaterThan((1 << 20) - 100);
    }

    @Test
    void whatTheQueueDoesNotTakeIsNamedAndTheQueueWorksOn() {
        List<ProcessQueueMoment.Refused> refused = moments(ProcessQueueMoment.Refused.class);

        assertThat(refused).extracting(ProcessQueueMoment.Refused::gotNext).containsOnly(LECTURE);
        assertThat(refused.get(0).size()).isGreaterThan(1 << 20);
        assertThat(refused.get(0).error())
                .isEqualTo("a message must be at most 1048576 bytes, was "
                        + refused.get(0).size());
        assertThat(refused.subList(1, refused.size()))
                .extracting(ProcessQueueMoment.Refused::error)
                .satisfiesExactly(
                        error -> assertThat(error).startsWith("an item of java.lang.Thread can't travel"),
                        error -> assertThat(error).contains("can't travel").contains("ReentrantLock"),
                        error -> assertThat(error).startsWith("an item of java.io.ByteArrayInputStream can't travel"));
    }

    @Test
    void everyMessageOfEveryProcessArrivesInItsOrder() {
        ProcessQueueMoment.Throughput throughput = moment(ProcessQueueMoment.Throughput.class);

        assertThat(throughput.put()).isEqualTo(200);
        assertThat(throughput.inOrder()).isEqualTo(200);
        assertThat(throughput.perSecond()).isPositive();
    }

    @Test
    void waitInVainIsNamed() {
        RunLog run = run("parallel", Map.of("limitMillis", 1));

        assertThat(run.failures()).singleElement().isEqualTo("waited 1 ms in vain for a child process to arrive");
    }

    @Test
    void cancelLeavesNoProcessWithinASecond() {
        Guests guests = new Guests();
        AtomicBoolean busy = new AtomicBoolean();
        Disposable run = lab().run(RunRequest.of("ipc-queue", "event-loop").with(endless()))
                .subscribe(event -> busy.compareAndSet(false, event instanceof TaskItems), error -> {});
        await().atMost(Duration.ofSeconds(60)).untilTrue(busy);

        run.dispose();

        guests.leaveWithinASecond();
    }

    private <T extends ProcessQueueMoment> T moment(Class<T> type) {
        return moments(type).get(0);
    }

    private <T extends ProcessQueueMoment> List<T> moments(Class<T> type) {
        return story().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Told once: nothing in it depends on who looks. */
    private List<Object> story() {
        if (story.isEmpty()) {
            RunLog run = run("event-loop");
            assertThat(run.failures()).isEmpty();
            story = run.flatItems();
        }
        return story;
    }
}
