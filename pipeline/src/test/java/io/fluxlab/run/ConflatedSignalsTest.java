package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunSignal.Progress;
import org.junit.jupiter.api.Test;

class ConflatedSignalsTest {

    private final ConflatedSignals conflated = new ConflatedSignals();

    @Test
    void nothingWaitsInTheBeginning() {
        assertThat(conflated.poll(7)).isNull();
    }

    @Test
    void theNewestCarriesTheNumberOfThoseItReplaced() {
        ConflatedSignals.Place place = new ConflatedSignals.Place();
        for (long done = 1; done <= 3; done++) {
            conflated.put(place, progress(0, done));
        }

        assertThat(conflated.poll(7)).isEqualTo(new TaskProgress(9, 0, 0, 3, null, 2));
        assertThat(conflated.poll(10)).isNull();
        assertThat(conflated.replaced()).isEqualTo(2);
    }

    @Test
    void whoWaitsLongestIsFirst() {
        ConflatedSignals.Place first = new ConflatedSignals.Place();
        ConflatedSignals.Place second = new ConflatedSignals.Place();
        conflated.put(first, progress(1, 1));
        conflated.put(second, progress(2, 1));
        conflated.put(first, progress(1, 2));

        assertThat(conflated.poll(0)).isEqualTo(new TaskProgress(1, 0, 1, 2, null, 1));
        assertThat(conflated.poll(2)).isEqualTo(new TaskProgress(2, 0, 2, 1, null, 0));
    }

    @Test
    void whatIsNoLongerTrueIsPassedOverAndNotCounted() {
        ConflatedSignals.Place gone = new ConflatedSignals.Place();
        ConflatedSignals.Place place = new ConflatedSignals.Place();
        conflated.put(gone, progress(1, 1));
        conflated.put(gone, new Progress(Seen.ended(1), 0, 2, null));
        conflated.put(place, progress(2, 1));

        assertThat(conflated.poll(4)).isEqualTo(new TaskProgress(4, 0, 2, 1, null, 0));
        assertThat(conflated.replaced()).isZero();
    }

    @Test
    void aPlaceCanWaitAgain() {
        ConflatedSignals.Place place = new ConflatedSignals.Place();
        conflated.put(place, progress(0, 1));
        conflated.poll(0);

        conflated.put(place, progress(0, 2));

        assertThat(conflated.poll(1)).isEqualTo(new TaskProgress(1, 0, 0, 2, null, 0));
    }

    private static RunSignal.Newest progress(int task, long done) {
        return new Progress(Seen.running(task), 0, done, null);
    }
}
