package io.fluxlab.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.diagnosis.Activity;
import io.fluxlab.diagnosis.Site;
import io.fluxlab.profile.Look.Seen;
import io.fluxlab.trail.PlaceOfWork.Position;
import java.util.List;
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

    private static Seen computing(String thread, long id) {
        return new Seen(Activity.RUNNING, null, thread, id, List.of("com.acme.Orders.parse(Orders.java:12)"));
    }
}
