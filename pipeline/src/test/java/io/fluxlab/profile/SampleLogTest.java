package io.fluxlab.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.diagnosis.Activity;
import io.fluxlab.diagnosis.Site;
import io.fluxlab.profile.Look.Seen;
import io.fluxlab.trail.PlaceOfWork.Position;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleLogTest {

    private final SampleLog log = new SampleLog();

    @Test
    void threadsOfOneNameAreSeveral() {
        log.add(new Look(2, List.of(), List.of(computing("worker", 7), computing("worker", 8))));

        assertThat(log.samples(threads -> Position.ELSEWHERE).sites())
                .singleElement()
                .extracting(Site::distinctThreads)
                .isEqualTo(2);
    }

    @Test
    void aThreadThatIsSeenTwiceIsOne() {
        log.add(new Look(2, List.of(), List.of(computing("worker-1", 7))));
        log.add(new Look(2, List.of(), List.of(computing("worker-1", 7))));

        assertThat(log.samples(threads -> Position.ELSEWHERE).sites())
                .singleElement()
                .extracting(Site::distinctThreads)
                .isEqualTo(1);
    }

    @Test
    void tasksThatAreLetInOneByOneLeaveAboutAsManyOutsideAtEachLook() {
        for (int inside : new int[] {3, 3, 2, 3, 3, 3, 3, 3}) {
            look(8, inside);
        }

        assertThat(heldBack().outside()).satisfies(outside -> {
            assertThat(outside.tasks()).isEqualTo(3);
            assertThat(outside.swing()).isZero();
            assertThat(outside.presence()).isEqualTo(1);
        });
    }

    @Test
    void tasksThatWaitForSomethingElseAreAllThereOrHowManyAreElsewhereComesByChance() {
        for (int inside : new int[] {0, 6, 0, 2, 0, 5, 0, 0}) {
            look(8, inside);
        }

        assertThat(heldBack().outside()).satisfies(outside -> {
            assertThat(outside.swing()).isEqualTo(5);
            assertThat(outside.presence()).isEqualTo(3 / 8.0);
        });
    }

    /** Of so many tasks, some sleep and the others wait at a condition. */
    private void look(int started, int sleeping) {
        log.add(new Look(
                started,
                IntStream.range(0, started)
                        .mapToObj(i -> i < sleeping
                                ? seen(Activity.SLEEPING, "com.acme.Orders.save(Orders.java:20)")
                                : seen(Activity.HELD_BACK, "com.acme.Orders.await(Orders.java:17)"))
                        .toList(),
                List.of()));
    }

    private Site heldBack() {
        return log.samples(threads -> Position.LANE)
                .most(site -> site.activity() == Activity.HELD_BACK)
                .orElseThrow();
    }

    private static Seen seen(Activity activity, String at) {
        return new Seen(activity, null, "virtual", 7, List.of(at));
    }

    private static Seen computing(String thread, long id) {
        return new Seen(Activity.RUNNING, null, thread, id, List.of("com.acme.Orders.parse(Orders.java:12)"));
    }
}
