package io.fluxlab.lecture.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lecture.messages.IpcPipeWorkload.Parameters;
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

class IpcPipeWorkloadTest extends WorkloadContract<Parameters> {

    private static List<Object> story = List.of();

    @Override
    protected Workload<Parameters> workload() {
        return new IpcPipeWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("messages", 1000, "trips", 20, "rounds", 2);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("messages", 10_000_000, "rounds", 1000, "limitMillis", 7_200_000);
    }

    /** Figures differ. */
    @Override
    protected Object lasting(Object item) {
        return switch ((PipeMoment) item) {
            case PipeMoment.Throughput throughput -> throughput.messages();
            case PipeMoment.HandOver handOver -> handOver.trips();
            case PipeMoment.Cpython cpython -> cpython.version();
            case PipeMoment other -> other;
        };
    }

    @Test
    void bothListsOfTheLectureArriveAndTheChildSeesTheParentsEndClosing() {
        assertThat(moments(PipeMoment.Exchange.class))
                .containsExactly(new PipeMoment.Exchange(
                        "exchange", Arrays.asList("hello", 11, null), List.of("python", 3), true));
    }

    @Test
    void parentSeesTheChildsEndClosingAfterTheLastMessage() {
        assertThat(moments(PipeMoment.Closed.class))
                .containsExactly(new PipeMoment.Closed("closed", List.of("the last word"), true));
    }

    @Test
    void killedChildIsAnErrorAndNotAClose() {
        assertThat(moments(PipeMoment.Killed.class)).singleElement().satisfies(killed -> {
            assertThat(killed.received()).containsExactly("here");
            assertThat(killed.closeSeen()).isFalse();
            assertThat(killed.error()).isNotBlank();
            assertThat(killed.ending()).isEqualTo("was ended by signal 9");
        });
    }

    @Test
    void oneWayPipeRefusesWhatGoesTheOtherWay() {
        assertThat(moments(PipeMoment.Direction.class))
                .containsExactly(
                        new PipeMoment.Direction("both-ways", "one way", List.of("received", "the other way")),
                        new PipeMoment.Direction(
                                "one-way", "one way", List.of("refused", "this end of the pipe only sends")));
    }

    @Test
    void messageThatIsTooLargeIsRefusedAndThePipeGoesOn() {
        assertThat(moments(PipeMoment.TooLarge.class)).singleElement().satisfies(moment -> {
            assertThat(moment.answer()).asInstanceOf(list(String.class)).first().isEqualTo("refused");
            assertThat(moment.answer().toString()).contains("must be at most " + moment.limit() + " bytes");
            assertThat(moment.next()).isEqualTo("and on");
        });
    }

    @Test
    void originalIsMeasuredWhereThereIsOne() {
        assertThat(moments(PipeMoment.Cpython.class)).singleElement().satisfies(moment -> {
            if (!moment.version().isEmpty()) {
                assertThat(moment.largeByQueue()).isEqualTo(40 << 20);
                assertThat(moment.largeByPipe()).isEqualTo(40 << 20);
                assertThat(moment.ratio()).isPositive();
                assertThat(moment.wrongWay()).isNotEmpty();
            }
        });
    }

    @Test
    void everyRoundHasAFigureForQueueAndPipe() {
        assertThat(moments(PipeMoment.Throughput.class)).hasSize(2).allSatisfy(round -> {
            assertThat(round.queuePerSecond()).isPositive();
            assertThat(round.ratio()).isEqualTo(round.pipePerSecond() / round.queuePerSecond());
        });
        assertThat(moments(PipeMoment.HandOver.class)).hasSize(2).allSatisfy(round -> {
            assertThat(round.queueMicros()).isPositive();
            assertThat(round.pipeMicros()).isPositive();
        });
    }

    @Test
    void cancelLeavesNoProcessWithinASecond() {
        Guests guests = new Guests();
        AtomicBoolean busy = new AtomicBoolean();
        Disposable run = lab().run(RunRequest.of("ipc-pipe", "event-loop").with(endless()))
                .subscribe(event -> busy.compareAndSet(false, event instanceof TaskItems), error -> {});
        await().atMost(Duration.ofSeconds(60)).untilTrue(busy);

        run.dispose();

        guests.leaveWithinASecond();
    }

    private <T extends PipeMoment> List<T> moments(Class<T> type) {
        if (story.isEmpty()) {
            RunLog run = run("event-loop");
            assertThat(run.failures()).isEmpty();
            story = run.flatItems();
        }
        return story.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
