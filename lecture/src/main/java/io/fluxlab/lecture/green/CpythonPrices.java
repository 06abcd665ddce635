package io.fluxlab.lecture.green;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxlab.lecture.cpython.PythonScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/** What CPython's threads, greenlets and processes cost on this machine, where there is a {@code python3}. Stateless. */
final class CpythonPrices {

    private static final JsonMapper MAPPER = new JsonMapper();

    private CpythonPrices() {}

    /** A price for each kind that there is; none where there is no CPython, or where it takes longer than the limit. Lazy. */
    static Flux<Price> measure(int threads, int processes, Duration limit, Scheduler clock) {
        return new PythonScript(CpythonPrices.class, "thread_price.py")
                .run(limit, clock, List.of(String.valueOf(threads), String.valueOf(processes)))
                .flatMapIterable(CpythonPrices::read);
    }

    private static List<Price> read(String line) {
        try {
            List<Price> prices = new ArrayList<>();
            for (JsonNode each : MAPPER.readTree(line)) {
                JsonNode bytes = each.path("bytes");
                prices.add(new Price(
                        each.path("runtime").asText(),
                        each.path("what").asText(),
                        each.path("count").asInt(),
                        each.path("startMicros").asDouble(),
                        bytes.isNumber() ? (Double) bytes.doubleValue() : null));
            }
            return prices;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the script said something else: " + line, e);
        }
    }
}
