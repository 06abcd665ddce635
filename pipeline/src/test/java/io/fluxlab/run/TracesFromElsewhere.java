package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lane.Lane;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunEvent.TaskTrace;
import io.fluxlab.run.RunSetup.Steering;
import io.fluxlab.trace.TraceMark;
import io.fluxlab.trace.TraceMark.Kind;
import java.time.Duration;

/** What is told of the threads of tasks that run in other processes. */
public final class TracesFromElsewhere {

    private static final int TASKS = 4;

    private TracesFromElsewhere() {}

    /** Tasks that end well and tasks that fail tell what their threads did there, in the order of its times. */
    public static void areToldOn(Lane lane, Board board) {
        RunSetup setup = new RunSetup(
                "run-1",
                ContractWorkload.subject(Script.TRACING, TASKS, "", board),
                lane,
                2,
                BystanderRate.NONE,
                Steering.NONE);

        Story story = Story.of(Runner.run(setup.withTrace()).collectList().block(Duration.ofMinutes(1)));

        assertThat(story.all(TaskTrace.class)).hasSize(TASKS).allSatisfy(trace -> {
            TaskStarted start = story.all(TaskStarted.class).stream()
                    .filter(started -> started.task() == trace.task())
                    .findFirst()
                    .orElseThrow();
            assertThat(trace.dropped()).isZero();
            assertThat(trace.marks()).extracting(TraceMark::atNanos).isSorted();
            assertThat(trace.marks())
                    .filteredOn(mark -> mark.thread().equals(start.worker()))
                    .extracting(TraceMark::kind)
                    .containsExactly(Kind.RUNNING, Kind.WROTE, Kind.SLEEPING, Kind.RUNNING, Kind.ENDED);
        });
        assertThat(story.all(TaskFailed.class)).as("every second one").hasSize(TASKS / 2);
    }
}
