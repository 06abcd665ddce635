package io.fluxlab.lecture.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.cpython.PythonScript;
import io.fluxlab.lecture.messages.PipeMoment.Cpython;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Measures CPython's queue and pipe, where there is a CPython. Immutable. */
final class CpythonPipes {

    /** The script, and one child at a time. */
    static final Claim CLAIM = PythonScript.claim(2);

    /** More than the 32 MB of the lecture. */
    private static final int MEGABYTES = 40;

    /** The original is there to be compared with, not to be waited for. */
    private static final int MOST_MESSAGES = 20_000;

    private static final int MOST_TRIPS = 2_000;

    private static final JsonMapper MAPPER = new JsonMapper();

    private final IpcPipeWorkload.Parameters parameters;
    private final Scheduler clock;

    CpythonPipes(IpcPipeWorkload.Parameters parameters, Scheduler clock) {
        this.parameters = parameters;
        this.clock = clock;
    }

    /** Emits one moment, also where there is no CPython. */
    Mono<PipeMoment> measure() {
        int messages = Math.max(2, Math.min(parameters.messages(), MOST_MESSAGES));
        int trips = Math.max(2, Math.min(parameters.trips(), MOST_TRIPS));
        List<String> arguments = List.of(String.valueOf(messages), String.valueOf(trips), String.valueOf(MEGABYTES));
        return new PythonScript(CpythonPipes.class, "queue_and_pipe.py")
                .run(Duration.ofMillis(parameters.limitMillis()), clock, arguments)
                .map(CpythonPipes::read)
                .defaultIfEmpty(Cpython.NONE)
                .cast(PipeMoment.class);
    }

    private static Cpython read(String line) {
        try {
            JsonNode told = MAPPER.readTree(line);
            double queue = told.path("queuePerSecond").doubleValue();
            double pipe = told.path("pipePerSecond").doubleValue();
            return new Cpython(
                    "cpython",
                    told.path("version").asText(),
                    queue,
                    pipe,
                    pipe / queue,
                    told.path("queueMicros").doubleValue(),
                    told.path("pipeMicros").doubleValue(),
                    told.path("largeByQueue").longValue(),
                    told.path("largeByPipe").longValue(),
                    told.path("wrongWay").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the script said something else: " + line, e);
        }
    }
}
