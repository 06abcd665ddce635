package io.fluxlab.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunEvent.TaskTrace;
import io.fluxlab.trace.TraceMark;
import io.fluxlab.trace.TraceMark.Kind;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TraceTextTest {

    private final TraceText text = new TraceText();

    private static TraceMark runs(long millis, String thread) {
        return new TraceMark(millis * 1_000_000, thread, Kind.RUNNING, null, null);
    }

    @Test
    void linesAreInTheOrderOfTheirTimesWhicheverTaskEndedFirst() {
        text.accept(new TaskStarted(0, 0, 0, "first", "a"));
        text.accept(new TaskStarted(1, 0, 1, "second", "b"));
        text.accept(new TaskTrace(2, 0, 1, List.of(runs(3, "b")), 0));
        text.accept(new TaskTrace(3, 0, 0, List.of(runs(2, "a")), 0));

        assertThat(text.lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains(" a  runs"),
                        line -> assertThat(line).contains(" b  runs"));
    }

    @Test
    void whatIsNotShownIsCounted() {
        List<TraceMark> marks =
                LongStream.range(0, 50).mapToObj(i -> runs(i, "a")).toList();
        text.accept(new TaskStarted(0, 0, 0, "first", "a"));
        text.accept(new TaskTrace(1, 0, 0, marks, 7));

        assertThat(text.lines()).hasSize(41).last().asString().contains("and 17 more");
    }

    @Test
    void whereAWorkerTellsNothingThatIsSaid() {
        text.accept(new TaskStarted(0, 0, 0, "first", "pid 7 on another machine"));
        text.accept(new TaskTrace(1, 0, 0, List.of(runs(1, "loop")), 0));

        assertThat(text.lines())
                .last()
                .asString()
                .contains("of 1 task nothing is known but start and end: the lane does not tell");
    }

    @Test
    void withoutATraceThereIsNothingToTell() {
        text.accept(new TaskStarted(0, 0, 0, "first", "a"));

        assertThat(text.lines()).isEmpty();
    }
}
