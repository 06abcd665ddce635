package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.testing.HostileRequest;
import io.fluxlab.wire.ErrorBody;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.rsocket.util.DefaultPayload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Four connections send what is dearest to read, as much as they may, and others use the lab meanwhile. */
class HostileRequestsTest extends ServerFixture {

    private static final int REQUESTS = 60;

    private static final int LOOKS = 20;

    /** What a good client waited for a single list was up to nine seconds once. */
    private static final Duration BEARABLE = Duration.ofSeconds(5);

    private static final int BYTES =
            ServerLimits.defaults().transport().requests().requestBytes() - 64;

    private static final List<HostileRequest> HOSTILE = HostileRequest.all(BYTES);

    /** Of a request that is read, over one of its size that is all right: 200 ms were 100 times that. */
    private static final int MOST_TIMES_DEARER = 20;

    private static final int TIMES = 20;

    @Test
    void noRequestIsMuchDearerToReadThanOneOfItsSizeThatIsAllRight() {
        Client client = client(serve(ServerLimits.defaults()));
        HostileRequest legal = new HostileRequest("lab.run", "none", HostileRequest.legal(BYTES));
        Duration usual = typical(client, legal).plusMillis(1);

        assertThat(HOSTILE)
                .allSatisfy(request -> assertThat(typical(client, request))
                        .as(request.shape())
                        .isLessThan(usual.multipliedBy(MOST_TIMES_DEARER)));
    }

    /** The median of some. */
    private static Duration typical(Client client, HostileRequest request) {
        return Stream.generate(() -> wait(client, request))
                .limit(TIMES)
                .sorted()
                .toList()
                .get(TIMES / 2);
    }

    private static Duration wait(Client client, HostileRequest request) {
        long start = System.nanoTime();
        client.stream(request.route(), request.json()).then().onErrorComplete().block(PATIENCE);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void goodClientsAreServedMeanwhileAndNothingGoesOnAfterwards() {
        ServerLimits limits = ServerLimits.defaults();
        LabServer server = serve(limits);
        Client good = client(server);
        assertServed(good);
        List<Client> attackers = Stream.generate(() -> client(server)).limit(4).toList();
        AtomicInteger answers = new AtomicInteger();
        Disposable attack = Flux.fromIterable(attackers)
                .flatMap(attacker -> attack(attacker, answers))
                .subscribe(value -> {}, error -> {});
        await().atMost(PATIENCE).until(() -> answers.get() > 0);

        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            long start = System.nanoTime();
            assertServed(good);
            waits.add(Duration.ofNanos(System.nanoTime() - start));
        }
        assertThat(last(good.stream("lab.run", Client.sleeps(1, 1, "virtual")))
                        .get("type")
                        .asText())
                .isEqualTo("run-finished");
        attack.dispose();
        attackers.forEach(Client::close);

        assertThat(waits).allSatisfy(wait -> assertThat(wait).isLessThan(BEARABLE));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.waitingBytes()).isZero());
    }

    /** Three times so many requests at once. */
    private static Mono<Void> attack(Client attacker, AtomicInteger answers) {
        return Flux.range(0, REQUESTS)
                .flatMap(i -> answered(attacker, i, answers), REQUESTS)
                .repeat(2)
                .then();
    }

    private static Mono<Void> answered(Client attacker, int i, AtomicInteger answers) {
        HostileRequest request = HOSTILE.get(i % HOSTILE.size());
        return attacker.stream(request.route(), request.json())
                .then()
                .doOnTerminate(answers::incrementAndGet)
                .onErrorComplete();
    }

    private static final String OBJECTS = HOSTILE.stream()
            .filter(request -> request.shape().equals("objects in a list"))
            .map(HostileRequest::json)
            .findFirst()
            .orElseThrow();

    @Test
    void whoSendsMoreThanCanWaitIsToldTheLimit() {
        Client attacker = client(serve(ServerLimits.defaults()));
        List<String> codes = Flux.range(0, REQUESTS)
                .flatMap(
                        i -> attacker.stream("lab.run", OBJECTS)
                                .then(Mono.just("answered"))
                                .onErrorResume(error -> Mono.just(error.getMessage())),
                        REQUESTS)
                .collectList()
                .block(PATIENCE);

        assertThat(codes)
                .hasSize(REQUESTS)
                .allSatisfy(message -> assertThat(message)
                        .containsAnyOf(
                                "waitingBytesPerConnection must be at most 262144",
                                "what else is wrong was not looked for"));
        assertThat(codes).anyMatch(message -> message.contains("what else is wrong"));
        assertServed(attacker);
    }

    @Test
    void aRouteIsLookedForAmongTheFirstEntriesOnly() {
        Client client = client(serve(ServerLimits.defaults()));
        byte[] route = ByteBufUtil.getBytes(client.payload("lab.lanes", null).sliceMetadata());
        byte[] other = Shown.entry("text/plain", Unpooled.EMPTY_BUFFER);

        assertThat(client.rsocket()
                        .requestStream(DefaultPayload.create(new byte[0], joined(other, 63, route)))
                        .count()
                        .block(PATIENCE))
                .isPositive();
        assertThat(errorOf(
                                client.rsocket()
                                        .requestStream(DefaultPayload.create(new byte[0], joined(other, 64, route))),
                                ErrorBody.INVALID)
                        .get("message")
                        .asText())
                .contains("among the first 64 entries");
    }

    private static byte[] joined(byte[] other, int times, byte[] last) {
        byte[] all = new byte[other.length * times + last.length];
        for (int i = 0; i < times; i++) {
            System.arraycopy(other, 0, all, i * other.length, other.length);
        }
        System.arraycopy(last, 0, all, other.length * times, last.length);
        return all;
    }
}
