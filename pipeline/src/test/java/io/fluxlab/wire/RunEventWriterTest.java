package io.fluxlab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxlab.run.RunEvent;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Databind is the measure: a writer of events may be faster, and nothing else. */
@ParameterizedClass
@EnumSource
class RunEventWriterTest {

    @Parameter
    private WireFormat format;

    @Test
    void theBytesAreThoseOfDatabindWhateverCameBefore() {
        RunEventWriter writer = format.eventWriter();
        for (int time = 0; time < 3; time++) {
            for (RunEvent event : SampleEvents.all()) {
                assertThat(writer.write(event)).as("%s", event).isEqualTo(format.write(event));
            }
        }
    }

    @Test
    void aPlanWithoutLabelsSaysNothingOfThem() {
        RunEvent event = new RunEvent.TaskStarted(1, 2, 3, null, "parallel-1");
        assertThat(format.eventWriter().write(event)).isEqualTo(format.write(event));
    }

    @Test
    void anItemThatCannotBeWrittenDoesNotSpoilTheNextEvent() {
        RunEventWriter writer = format.eventWriter();
        RunEvent good = new RunEvent.TaskFinished(5, 7, 7, 512, 999, null);
        writer.write(good);
        RunEvent bad = new RunEvent.TaskItems(4, 12, 7, 0, List.of("fine", new Object()));
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> writer.write(bad));
        assertThat(writer.write(good)).isEqualTo(format.write(good));
    }

    @Test
    void aTextThatIsNoUnicodeIsTreatedAsDatabindDoes() {
        RunEvent lone = new RunEvent.TaskItems(4, 12, 7, 0, List.of("lone \ud800 surrogate"));
        RunEventWriter writer = format.eventWriter();
        assertThat(Outcome.of(() -> writer.write(lone))).isEqualTo(Outcome.of(() -> format.write(lone)));
        RunEvent good = new RunEvent.TaskFinished(5, 7, 7, 512, 999, null);
        assertThat(writer.write(good)).isEqualTo(format.write(good));
    }
}
