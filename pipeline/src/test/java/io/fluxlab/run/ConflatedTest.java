package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent.TaskProgress;
import org.junit.jupiter.api.Test;

class ConflatedTest {

    private final Conflated conflated = new Conflated();

    @Test
    void nothingWaitsInTheBeginning() {
        assertThat(conflated.poll(7)).isNull();
    }

    @Test
    void theNewestCarriesTheNumberOfThoseItReplaced() {
        Conflated.Waiting place = new Conflated.Waiting();
        for (long done = 1; done <= 3; done++) {
            conflated.put(place, draft(0, done));
        }

        assertThat(conflated.poll(7)).isEqualTo(new TaskProgress(9, 0, 0, 3, null, 2));
        assertThat(conflated.poll(10)).isNull();
        assertThat(conflated.replaced()).isEqualTo(2);
    }

    @Test
    void whoWaitsLongestIsFirst() {
        Conflated.Waiting first = new Conflated.Waiting();
        Conflated.Waiting second = new Conflated.Waiting();
        conflated.put(first, draft(1, 1));
        conflated.put(second, draft(2, 1));
        conflated.put(first, draft(1, 2));

        assertThat(conflated.poll(0)).isEqualTo(new TaskProgress(1, 0, 1, 2, null, 1));
        assertThat(conflated.poll(2)).isEqualTo(new TaskProgress(2, 0, 2, 1, null, 0));
    }

    @Test
    void whatIsNoLongerTrueIsPassedOverAndNotCounted() {
        Conflated.Waiting gone = new Conflated.Waiting();
        Conflated.Waiting place = new Conflated.Waiting();
        conflated.put(gone, draft(1, 1));
        conflated.put(gone, (seq, replaced) -> null);
        conflated.put(place, draft(2, 1));

        assertThat(conflated.poll(4)).isEqualTo(new TaskProgress(4, 0, 2, 1, null, 0));
        assertThat(conflated.replaced()).isZero();
    }

    @Test
    void aPlaceCanWaitAgain() {
        Conflated.Waiting place = new Conflated.Waiting();
        conflated.put(place, draft(0, 1));
        conflated.poll(0);

        conflated.put(place, draft(0, 2));

        assertThat(conflated.poll(1)).isEqualTo(new TaskProgress(1, 0, 0, 2, null, 0));
    }

    private static Conflated.Draft draft(int task, long done) {
        return (seq, replaced) -> new TaskProgress(seq, 0, task, done, null, replaced);
    }
}
