package io.fluxlab.server;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.fluxlab.server.fuzz.Parts;
import io.rsocket.Payload;
import io.rsocket.util.DefaultPayload;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** The data of requests in both formats: whatever it is, the answer is one that the contract knows. */
class RequestsFuzz {

    private static final int RUN = 0;
    private static final int COMPARE = 1;
    private static final int LANES = 2;
    private static final int STEER = 3;
    private static final int CBOR = 4;
    private static final int CAPACITY = 8;
    private static final int ROUTES = STEER | CAPACITY;

    private static FuzzedServer server;

    @BeforeAll
    static void serve() {
        server = FuzzedServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<byte[]> requests() {
        return Stream.concat(requests(0, SampleRequests::json), requests(CBOR, SampleRequests::cbor));
    }

    private static Stream<byte[]> requests(int format, Function<String, byte[]> bytes) {
        return Stream.of(
                        SampleRequests.RUNS.stream().map(run -> Parts.script(format | RUN, bytes.apply(run))),
                        SampleRequests.COMPARISONS.stream()
                                .map(comparison -> Parts.script(format | COMPARE, bytes.apply(comparison))),
                        SampleRequests.CAPACITIES.stream()
                                .map(capacity -> Parts.script(format | CAPACITY, bytes.apply(capacity))),
                        SampleRequests.COMMANDS.stream()
                                .map(command -> Parts.script(
                                        format | STEER, bytes.apply(SampleRequests.RUNS.get(0)), bytes.apply(command))))
                .flatMap(each -> each);
    }

    @MethodSource("requests")
    @FuzzTest
    void whateverIsAskedIsAnsweredOrRefused(byte[] script) {
        Parts parts = Parts.of(script);
        Client client = server.client((parts.manner() & CBOR) != 0);
        byte[] request = parts.next();
        server.expectAnswer(
                switch (parts.manner() & ROUTES) {
                    case RUN -> stream(client, "lab.run", request);
                    case COMPARE -> stream(client, "lab.compare", request);
                    case CAPACITY -> stream(client, "lab.capacity", request);
                    case LANES -> stream(client, "lab.lanes", request);
                    default -> steer(client, request, parts.next());
                });
    }

    private static Flux<Payload> stream(Client client, String route, byte[] data) {
        return client.rsocket().requestStream(DefaultPayload.create(data, Client.routing(route)));
    }

    /** Waits for the answer to the command. */
    private static Flux<Payload> steer(Client client, byte[] request, byte[] command) {
        return client.rsocket()
                .requestChannel(Flux.just(
                        DefaultPayload.create(request, Client.routing("lab.steer")), DefaultPayload.create(command)))
                .skip(1);
    }
}
