package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.server.quota.Sharing;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Three hundred runs at once, each with a home loop and a bystander of its own. */
class ManyRunsTest extends ServerFixture {

    private static final int RUNS = 300;
    private static final Map<String, Object> RUN = Client.sleeps(1, 5_000, "virtual");

    /** What bystanders may make of the wait: 1.3 is measured, and it was 7 when each sent as often as it liked. */
    private static final int MOST_TIMES = 4;

    /** A machine that is given to others for a while makes one of the two wait, and not each time the same one. */
    private static final int ATTEMPTS = 3;

    private final List<Client> clients = clients(serve(
            LocalLab.create(), ServerLimits.defaults().withRuns(RUNS, 2 * RUNS).withSharing(Sharing.free())));

    private List<Client> clients(LabServer server) {
        return Stream.generate(() -> client(server)).limit(20).toList();
    }

    /** How long one waited for the first event, and the last one. */
    private record Visit(Duration untilFirst, JsonNode end) {

        static Mono<Visit> to(Flux<JsonNode> run) {
            return run.timed()
                    .collectList()
                    .map(events -> new Visit(
                            events.getFirst().elapsedSinceSubscription(),
                            events.getLast().get()));
        }

        long bystanderCount() {
            return end.at("/summary/bystander/count").asLong();
        }
    }

    private List<Visit> run(int runs, boolean bystander) {
        Map<String, Object> request = new HashMap<>(RUN);
        request.put("bystander", bystander);
        return Objects.requireNonNull(Flux.range(0, runs)
                .flatMap(run -> Visit.to(clients.get(run % clients.size()).stream("lab.run", request)), runs)
                .collectList()
                .block(Duration.ofMinutes(2)));
    }

    private static Duration median(List<Visit> visits) {
        return visits.stream().map(Visit::untilFirst).sorted().toList().get(visits.size() / 2);
    }

    @Test
    void firstEventsComeSoonAndBystandersShareWhatTheyMaySend() {
        Visit alone = run(1, true).getFirst();
        List<Visit> together = List.of();
        double times = Double.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && times >= MOST_TIMES; attempt++) {
            List<Visit> unwatched = run(RUNS, false);
            together = run(RUNS, true);
            times = (double) median(together).toNanos() / median(unwatched).toNanos();
        }

        assertThat(together)
                .allSatisfy(
                        visit -> assertThat(visit.end().get("status").asText()).isEqualTo("completed"));
        assertThat(times).as("p50, in times that without bystanders").isLessThan(MOST_TIMES);
        assertThat(alone.bystanderCount()).as("requests of a bystander alone").isGreaterThan(100);
        assertThat(together.stream().mapToLong(Visit::bystanderCount).sum())
                .as("requests of all")
                .isBetween((long) RUNS, 100 * alone.bystanderCount());
    }
}
