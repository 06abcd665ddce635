package io.fluxlab.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.run.RunEvent;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.Unpooled;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeptEventReaderTest {

    private static final RunEvent STARTED = new RunEvent.TaskStarted(3, 4, 5, "task 5", "worker");

    private static KeptEvent read(WireFormat format, Object event) {
        return new KeptEventReader(format).read(Unpooled.wrappedBuffer(format.write(event)));
    }

    /** An event of a scenario, with its tag first, as all events have it. */
    private static Map<String, Object> ofScenario(String type, Object step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        fields.put("seq", 7L);
        fields.put("atNanos", 8L);
        fields.put("step", step);
        fields.put("event", Map.of("type", "task-started", "step", "of another"));
        return fields;
    }

    @ParameterizedTest
    @EnumSource
    void tagsThatKindsShareAreToldApartByTheStepThatScenariosName(WireFormat format) {
        for (String type : new String[] {"run-event", "step-started", "step-finished"}) {
            assertThat(read(format, ofScenario(type, "counts")))
                    .isInstanceOfSatisfying(KeptEvent.OfScenario.class, event -> {
                        assertThat(event.seq()).isEqualTo(7);
                        assertThat(event.next()).isEqualTo(8);
                        assertThat(event.fields()).containsEntry("type", type).containsEntry("step", "counts");
                    });
        }
        assertThat(read(format, new ComparisonEvent.OfRun(1, 2, 3, "virtual", STARTED)))
                .isEqualTo(new KeptEvent.OfComparison(new ComparisonEvent.OfRun(1, 2, 3, "virtual", STARTED)));
        CapacityEvent step = new CapacityEvent.StepStarted(1, 2, "virtual", 3, 4.5, 5);
        assertThat(read(format, step)).isEqualTo(new KeptEvent.OfCapacity(step));
        assertThat(read(format, STARTED)).isEqualTo(new KeptEvent.OfRun(STARTED));
    }

    @ParameterizedTest
    @EnumSource
    void anEventOfAScenarioWithoutItsNumberIsNone(WireFormat format) {
        Map<String, Object> event = new LinkedHashMap<>(ofScenario("judged", "counts"));
        event.remove("seq");

        assertThatThrownBy(() -> read(format, event)).isInstanceOf(UncheckedIOException.class);
    }
}
