package io.fluxlab.scenario.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.scenario.timeline.Timeline.Bar;
import io.fluxlab.scenario.timeline.Timeline.Moment;
import io.fluxlab.scenario.timeline.Timeline.State;
import io.fluxlab.trace.TraceMark;
import io.fluxlab.trace.TraceMark.Kind;
import io.fluxlab.wording.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final List<TraceMark> marks = new ArrayList<>();
    private long now;

    private void mark(String thread, Kind kind, String name, String value) {
        marks.add(new TraceMark(now += 1_000_000, thread, kind, name, value));
    }

    private Timeline timeline() {
        return Timeline.of(marks, 0, Language.EN);
    }

    @Test
    void barsSayWhatEachThreadWasDoingAndForWhichColumns() {
        mark("a", Kind.RUNNING, null, null);
        mark("a", Kind.WAITING, "mutex", null);
        mark("a", Kind.HOLDING, "mutex", null);
        mark("a", Kind.SLEEPING, null, null);
        mark("a", Kind.RELEASED, "mutex", null);
        mark("a", Kind.ENDED, null, null);

        Timeline timeline = timeline();

        assertThat(timeline.bars()).extracting(Bar::kind).containsExactly("running", "waiting", "running", "sleeping");
        for (int i = 0; i < 3; i++) {
            Bar bar = timeline.bars().get(i);
            assertThat(bar.x()).isEqualTo(timeline.moments().get(i).x());
            assertThat(bar.x() + bar.width())
                    .isEqualTo(timeline.bars().get(i + 1).x());
        }
        assertThat(timeline.holds()).singleElement().satisfies(hold -> {
            assertThat(hold.x()).isEqualTo(timeline.moments().get(2).x());
            assertThat(hold.x() + hold.width())
                    .isEqualTo(timeline.moments().get(4).x());
        });
    }

    @Test
    void momentsSayWhoWaitsForWhatAndWhoHasIt() {
        mark("a", Kind.HOLDING, "lock-1", null);
        mark("b", Kind.WAITING, "lock-1", null);

        Moment last = timeline().moments().get(1);

        assertThat(last.does()).isEqualTo("waits for lock-1");
        assertThat(last.states())
                .containsExactly(
                        new State("a", "has got lock-1", "lock-1"),
                        new State("b", "waits for lock-1, which a holds", ""));
        assertThat(last.circle()).isEmpty();
    }

    @Test
    void threadsThatWaitForEachOtherAreACircleUntilOneGoesOn() {
        mark("a", Kind.HOLDING, "lock-1", null);
        mark("b", Kind.HOLDING, "lock-2", null);
        mark("a", Kind.WAITING, "lock-2", null);
        mark("b", Kind.WAITING, "lock-1", null);
        mark("a", Kind.RUNNING, null, null);

        Timeline timeline = timeline();

        assertThat(timeline.moments())
                .extracting(Moment::circle)
                .containsExactly("", "", "", "Each waits for what the next one holds: a → b → a", "");
        assertThat(timeline.circles())
                .singleElement()
                .returns(timeline.moments().get(3).x(), band -> band.x());
    }

    @Test
    void aLockThatIsHandedOverPointsAtWhoHasItNext() {
        mark("a", Kind.HOLDING, "GIL", null);
        mark("b", Kind.WAITING, "GIL", null);
        mark("a", Kind.HANDED_OVER, "GIL", "b");
        mark("b", Kind.HANDED_OVER, "GIL", "nobody-here");

        assertThat(timeline().arrows()).singleElement().satisfies(arrow -> {
            assertThat(arrow.tip()).isEqualTo("a hands GIL over to b");
            assertThat(arrow.toY()).isGreaterThan(arrow.fromY());
        });
    }

    @Test
    void valuesStandWhereTheyWereReadAndWritten() {
        mark("a", Kind.WROTE, "x", "5");
        mark("b", Kind.READ, "x", "5");

        assertThat(timeline().notes()).extracting(Timeline.Note::text).containsExactly("x=5", "x=5");
        assertThat(timeline().notes()).extracting(Timeline.Note::kind).containsExactly("wrote", "read");
    }

    @Test
    void theFirstByTimeAreShownAndTheOthersCounted() {
        for (int i = 0; i < TimelineLayout.MOST_COLUMNS + 7; i++) {
            marks.add(0, new TraceMark(1000 - i, "a", Kind.RUNNING, null, null));
        }

        Timeline timeline = Timeline.of(marks, 100, Language.EN);

        assertThat(timeline.moments())
                .hasSize(TimelineLayout.MOST_COLUMNS)
                .isSortedAccordingTo(Comparator.comparingDouble(Moment::x));
        assertThat(timeline.more()).isEqualTo(107);
    }

    @Test
    void whatTookLongerIsWider() {
        marks.add(new TraceMark(0, "a", Kind.RUNNING, null, null));
        marks.add(new TraceMark(1_000, "a", Kind.RUNNING, null, null));
        marks.add(new TraceMark(50_000_000, "a", Kind.RUNNING, null, null));

        List<Moment> moments = timeline().moments();

        assertThat(moments.get(1).width()).isGreaterThan(moments.get(0).width());
    }

    @Test
    void russianIsSpokenToo() {
        mark("a", Kind.WAITING, "mutex", null);

        assertThat(Timeline.of(marks, 0, Language.RU).moments().get(0).does()).isEqualTo("ждёт mutex");
    }
}
