package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxlab.kept.EncodedEvent;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.wire.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events that come several at once. */
class EventListsTest extends HistoryFixture {

    private final ObjectMapper json = new ObjectMapper();

    private static EncodedEvent event(int seq, int bytes) {
        return new EncodedEvent(seq, seq + 1L, new byte[bytes]);
    }

    @Test
    void aWholeRunComesInListsOfAtMostSoMany() throws Exception {
        History history = open();
        String run = keep(history, run("run-1", 1_000));
        List<EncodedEvent> lists = Objects.requireNonNull(history.watch(new WatchRequest(run, 10L, 7), OF_RITA)
                .collectList()
                .block(PATIENCE));

        List<Integer> seen = new ArrayList<>();
        for (EncodedEvent list : lists) {
            JsonNode events = json.readTree(list.in(WireFormat.JSON));
            assertThat(events.isArray()).isTrue();
            assertThat(events.size()).isBetween(1, 7);
            assertThat(events.get(0).at("/seq").asLong()).isEqualTo(list.seq());
            assertThat(events.get(events.size() - 1).at("/seq").asLong()).isEqualTo(list.next() - 1);
            events.forEach(each -> seen.add(each.at("/seq").asInt()));
        }
        assertThat(seen).isEqualTo(IntStream.range(10, 1_000).boxed().toList());
        assertThat(lists).hasSizeLessThan(200);
    }

    @Test
    void largeEventsComeInListsOfTheirOwn() {
        List<EncodedEvent> events = List.of(event(0, 10), event(1, 100_000), event(2, 10), event(3, 10));

        assertThat(EventLists.of(events, 100)).extracting(EncodedEvent::seq).containsExactly(0L, 1L, 2L);
        assertThat(EventLists.of(events, 1)).hasSize(4);
    }
}
