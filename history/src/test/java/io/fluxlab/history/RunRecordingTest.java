package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.comparison.ComparisonEvent.Machine;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKind;
import io.fluxlab.kept.RunState;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunRecordingTest {

    private static final int EVENT_BYTES = 1000;
    private static final KeptRun BEGUN = new KeptRun(
            "run-1",
            new KeptRun.Work(RunKind.RUN, "sleep", List.of("virtual"), null),
            new KeptRun.Owner("somebody", true),
            RunState.GOING_ON,
            new KeptRun.Time(0, null),
            new KeptRun.Place(new Machine("Linux 6", "EPYC", 2, "Temurin 25", 1_000), "1", null),
            new KeptRun.Events(0, -1, 0, 0),
            null,
            null);

    private final WaitingBytes waiting = new WaitingBytes(100_000_000);
    private final RunRecording recording = new RunRecording(BEGUN, waiting, () -> {});

    /** However much has come: those who watch a run as it goes on are not to ask the data base. */
    @Test
    void theNewestMegabyteStaysInMemoryOnceItIsWritten() {
        long next = 0;
        for (int megabyte = 0; megabyte < 10; megabyte++) {
            for (int event = 0; event < 1000; event++) {
                recording.add(next++, new byte[EVENT_BYTES]);
            }
            RunRecording.Due due = recording.due(Long.MAX_VALUE);
            assertThat(due.isAll()).isTrue();
            recording.wrote(due, 1);
        }

        assertThat(waiting.taken()).isZero();
        assertThat(recording.from(next - 900).events()).isNotEmpty();
        assertThat(recording.from(next - 900).isOlder()).isFalse();
        assertThat(recording.from(next - 1200).isOlder()).isTrue();
    }
}
