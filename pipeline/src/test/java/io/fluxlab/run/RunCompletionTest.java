package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunCompletionTest {

    private final List<RunTally> done = new ArrayList<>();

    @Test
    void saysOnceWhatAllTasksCameTo() {
        RunCompletion completion = new RunCompletion(3, done::add);
        completion.ended(40, 5, false);
        completion.ended(90, 2, true);
        assertThat(done).isEmpty();

        completion.ended(70, 0, true);
        completion.check();
        completion.expect(3);

        assertThat(done).containsExactly(new RunTally(3, 2, 7, 90));
    }

    @Test
    void waitsForNoMoreTasksThanHaveStarted() {
        RunCompletion completion = new RunCompletion(100, done::add);
        completion.ended(10, 0, false);

        completion.expect(2);
        assertThat(done).isEmpty();
        completion.ended(20, 0, true);

        assertThat(done).containsExactly(new RunTally(2, 1, 0, 20));
    }

    @Test
    void whereAllThatStartedHaveEndedNothingIsWaitedFor() {
        RunCompletion completion = new RunCompletion(100, done::add);
        completion.ended(10, 3, false);

        completion.expect(1);

        assertThat(done).containsExactly(new RunTally(1, 0, 3, 10));
    }

    @Test
    void aRunWithoutTasksIsDoneFromTheBeginning() {
        new RunCompletion(0, done::add).check();

        assertThat(done).containsExactly(new RunTally(0, 0, 0, 0));
    }

    @Test
    void saysNothingOnceNobodyWaits() {
        RunCompletion completion = new RunCompletion(1, done::add);
        completion.abandon();

        completion.ended(10, 0, false);

        assertThat(done).isEmpty();
    }
}
