package io.fluxlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.claim.Claim;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskTrace;
import io.fluxlab.run.RunRequest;
import io.fluxlab.trace.TraceMark.Kind;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

@Timeout(30)
class TracedRunTest {

    private final LocalLab lab = LocalLab.builder().workload(new Marking()).build();

    /** Its tasks make a mark and a blocking call, and every second one fails. */
    static final class Marking implements Workload<Marking.Parameters> {
        record Parameters() {}

        @Override
        public String name() {
            return "marking";
        }

        @Override
        public String summary() {
            return "makes marks";
        }

        @Override
        public io.fluxlab.workload.Kind kind() {
            return io.fluxlab.workload.Kind.MIXED;
        }

        @Override
        public Parameters defaults() {
            return new Parameters();
        }

        @Override
        public Plan plan(Parameters parameters) {
            return new Plan() {
                @Override
                public int size() {
                    return 4;
                }

                @Override
                public Claim claim(AtOnce atOnce) {
                    return Claim.NONE;
                }

                @Override
                public Publisher<?> body(int task, TaskContext context) {
                    return Mono.fromCallable(() -> {
                        context.tracer().wrote("x", task);
                        boolean isOn = context.blocking(() -> context.tracer().isOn());
                        if (task % 2 == 1) {
                            throw new IllegalStateException("odd");
                        }
                        return isOn;
                    });
                }
            };
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"immediate", "event-loop", "bounded-elastic", "parallel", "virtual", "gil", "gil:threads=green"})
    void eachTaskTellsWhatItDidJustBeforeItsEnd(String lane) {
        List<RunEvent> events =
                RunLog.of(lab, RunRequest.of("marking", lane).withTrace()).events();

        for (int task = 0; task < 4; task++) {
            List<RunEvent> own = ofTask(events, task);
            assertThat(own.get(own.size() - 1)).isInstanceOfAny(TaskFinished.class, TaskFailed.class);
            assertThat(own.get(own.size() - 2)).isInstanceOfSatisfying(TaskTrace.class, trace -> {
                assertThat(trace.dropped()).isZero();
                assertThat(trace.marks())
                        .extracting(TraceMark::kind)
                        .containsSubsequence(Kind.RUNNING, Kind.WROTE, Kind.SLEEPING, Kind.RUNNING, Kind.ENDED);
                assertThat(trace.marks()).extracting(TraceMark::atNanos).isSorted();
            });
        }
        assertThat(events).extracting(RunEvent::seq).isSorted();
    }

    @Test
    void nobodyIsToldWhoDidNotAsk() {
        RunLog log = RunLog.of(lab, RunRequest.of("marking", "gil"));

        assertThat(log.all(TaskTrace.class)).isEmpty();
        assertThat(log.flatItems()).containsOnly(false);
    }

    @Test
    void theInterpreterLockIsNeverHeldByTwo() {
        List<TraceMark> marks =
                RunLog.of(lab, RunRequest.of("marking", "gil").withTrace()).all(TaskTrace.class).stream()
                        .flatMap(trace -> trace.marks().stream())
                        .sorted(java.util.Comparator.comparingLong(TraceMark::atNanos))
                        .toList();

        List<String> holders = new ArrayList<>();
        for (TraceMark mark : marks) {
            switch (mark.kind()) {
                case HOLDING -> {
                    holders.remove(mark.thread());
                    assertThat(holders)
                            .as("who has the lock when %s gets it", mark)
                            .isEmpty();
                    holders.add(mark.thread());
                }
                case RELEASED, HANDED_OVER, ENDED -> holders.remove(mark.thread());
                case RUNNING, SLEEPING, WAITING, READ, WROTE -> {}
            }
        }
        assertThat(marks).extracting(TraceMark::name).contains("GIL");
    }

    private static List<RunEvent> ofTask(List<RunEvent> events, int task) {
        return events.stream()
                .filter(event -> switch (event) {
                    case RunEvent.TaskStarted own -> own.task() == task;
                    case RunEvent.TaskItems own -> own.task() == task;
                    case TaskTrace own -> own.task() == task;
                    case TaskFinished own -> own.task() == task;
                    case TaskFailed own -> own.task() == task;
                    case RunEvent.TaskProgress ignored -> false;
                    case RunEvent.TaskSilent ignored -> false;
                    case RunEvent.RunStarted ignored -> false;
                    case RunEvent.Pulse ignored -> false;
                    case RunEvent.RunFinished ignored -> false;
                })
                .toList();
    }
}
