package io.fluxlab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonEvent.Verdict;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What an application writes with a Jackson of its own, which knows nothing of this project, is what the wire has. */
class EventJsonTest {

    private static final JsonMapper JACKSON_2 = new JsonMapper();
    private static final tools.jackson.databind.json.JsonMapper JACKSON_3 =
            new tools.jackson.databind.json.JsonMapper();

    private static List<RunEvent> runEvents() {
        LocalLab lab = LocalLab.builder()
                .workload(Workload.of("halves", () -> Flux.just(1, "two", 3.5)))
                .workload(Workload.of("broken", () -> {
                    throw new IllegalStateException("on purpose");
                }))
                .build();
        List<RunEvent> events = new ArrayList<>(SampleEvents.all());
        Map<String, Object> sizes = Map.of("tasks", 2, "calls", 1);
        for (String workload : List.of("halves", "broken")) {
            lab.run(RunRequest.of(workload, "parallel").with(sizes))
                    .toIterable()
                    .forEach(events::add);
        }
        return events;
    }

    private static List<ComparisonEvent> comparisonEvents() {
        LocalLab lab = LocalLab.builder().workload(Workload.of("one", () -> 1)).build();
        ComparisonRequest request = ComparisonRequest.of("one")
                .on("immediate", "parallel")
                .with(Map.of("tasks", 2, "calls", 1))
                .rounds(2, 1)
                .withRunEvents();
        return lab.compare(request).collectList().block();
    }

    @Test
    void jackson2WritesRunEventsAsTheWireDoes() throws Exception {
        for (RunEvent event : runEvents()) {
            assertThat(JACKSON_2.readTree(JACKSON_2.writeValueAsString(event)))
                    .isEqualTo(JACKSON_2.readTree(EventJson.write(event)));
        }
    }

    @Test
    void jackson3WritesRunEventsAsTheWireDoes() {
        List<RunEvent> events = runEvents();
        for (RunEvent event : events) {
            assertThat(JACKSON_3.readTree(JACKSON_3.writeValueAsString(event)))
                    .isEqualTo(JACKSON_3.readTree(EventJson.write(event)));
        }
        assertThat(events).hasAtLeastOneElementOfType(TaskFailed.class).hasAtLeastOneElementOfType(RunFinished.class);
    }

    @Test
    void bothJacksonsWriteComparisonEventsAsTheWireDoes() throws Exception {
        List<ComparisonEvent> events = comparisonEvents();
        for (ComparisonEvent event : events) {
            String wire = EventJson.write(event);
            assertThat(JACKSON_2.readTree(JACKSON_2.writeValueAsString(event))).isEqualTo(JACKSON_2.readTree(wire));
            assertThat(JACKSON_3.readTree(JACKSON_3.writeValueAsString(event))).isEqualTo(JACKSON_3.readTree(wire));
        }
        assertThat(events.get(events.size() - 1)).isInstanceOf(Verdict.class);
    }

    @Test
    void eventIsOneLineWithItsTag() {
        assertThat(EventJson.write(new RunEvent.TaskItems(4, 12, 7, 0, List.of("a\nb"))))
                .isEqualTo(
                        "{\"type\":\"task-items\",\"seq\":4,\"atNanos\":12,\"task\":7,\"from\":0,\"items\":[\"a\\nb\"]}");
    }
}
