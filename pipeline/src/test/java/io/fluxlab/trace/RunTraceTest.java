package io.fluxlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.trace.TraceMark.Kind;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunTraceTest {

    private final AtomicLong now = new AtomicLong();
    private final RunTrace run = new RunTrace(now::incrementAndGet);

    @Test
    void marksAreThoseOfWhoMadeThemInTheOrderOfTheirTimes() throws InterruptedException {
        String here = Thread.currentThread().getName();
        TraceLog task = run.begin();
        task.wrote("x", 5);
        var other = new Thread(() -> task.waitingFor("mutex"), "other");
        other.start();
        other.join();
        task.handedOver("mutex", "other");
        task.end();

        assertThat(task.take().marks())
                .containsExactly(
                        new TraceMark(1, here, Kind.RUNNING, null, null),
                        new TraceMark(2, here, Kind.WROTE, "x", "5"),
                        new TraceMark(3, "other", Kind.WAITING, "mutex", null),
                        new TraceMark(4, here, Kind.HANDED_OVER, "mutex", "other"),
                        new TraceMark(5, here, Kind.ENDED, null, null));
    }

    @Test
    void aThreadWithoutANameIsToldByItsNumber() throws InterruptedException {
        TraceLog task = run.begin();
        Thread unnamed = Thread.ofVirtual().start(task::running);
        unnamed.join();

        assertThat(task.take().marks()).last().returns("thread-" + unnamed.threadId(), TraceMark::thread);
    }

    @Test
    void theFirstMarksOfATaskAreKeptAndTheOthersCounted() {
        TraceLog task = run.begin();
        for (int i = 0; i < RunTrace.MOST_PER_TASK + 5; i++) {
            task.read("x", i);
        }
        task.end();

        TraceLog.Kept kept = task.take();
        assertThat(kept.marks()).hasSize(RunTrace.MOST_PER_TASK);
        assertThat(kept.marks()).last().returns(String.valueOf(RunTrace.MOST_PER_TASK - 2), TraceMark::value);
        assertThat(kept.dropped()).isEqualTo(1 + 5 + 1);
    }

    @Test
    void aRunKeepsNoMoreHoweverManyTasksItHas() {
        long kept = 0;
        long dropped = 0;
        int tasks = 2 * RunTrace.MOST_PER_RUN / RunTrace.MOST_PER_TASK;
        for (int i = 0; i < tasks; i++) {
            TraceLog task = run.begin();
            for (int j = 0; j < RunTrace.MOST_PER_TASK - 2; j++) {
                task.running();
            }
            task.end();
            TraceLog.Kept all = task.take();
            kept += all.marks().size();
            dropped += all.dropped();
        }

        assertThat(kept).isEqualTo(RunTrace.MOST_PER_RUN);
        assertThat(kept + dropped).isEqualTo((long) tasks * RunTrace.MOST_PER_TASK);
    }

    @Test
    void nothingIsTakenTwiceOrAddedAfterTheEnd() {
        TraceLog task = run.begin();
        task.end();
        task.running();

        assertThat(task.take().marks()).extracting(TraceMark::kind).containsExactly(Kind.RUNNING, Kind.ENDED);
        assertThat(task.take()).isNull();
    }

    @Test
    void whatAThreadDoesBetweenTwoTasksIsToldWithTheNext() {
        Tracer lane = run.ofThreads();
        lane.waitingFor("lock");
        lane.holding("lock");
        TraceLog first = run.begin();
        first.end();
        TraceLog second = run.begin();
        lane.released("lock");
        second.end();
        TraceLog third = run.begin();
        third.end();

        assertThat(kinds(first)).containsExactly(Kind.WAITING, Kind.HOLDING, Kind.RUNNING, Kind.ENDED);
        assertThat(kinds(second)).containsExactly(Kind.HOLDING, Kind.RUNNING, Kind.RELEASED, Kind.ENDED);
        assertThat(kinds(third)).containsExactly(Kind.RUNNING, Kind.ENDED);
    }

    private static List<Kind> kinds(TraceLog log) {
        return log.take().marks().stream().map(TraceMark::kind).toList();
    }
}
