package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.server.status.StatusPages;
import io.fluxlab.server.transport.Peer;
import io.fluxlab.wire.ErrorBody;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/** Who sees how a server fares, where not everybody may. */
class StatusAccessTest extends CredentialsFixture {

    private static final String WRONG = "victor." + "x".repeat(43);

    private final Scheduler scheduler = Schedulers.newSingle("status", true);
    private final List<String> codes = new CopyOnWriteArrayList<>();
    private LabServer server;

    @BeforeEach
    void start() {
        server = started(Objects.requireNonNull(LabServer.of(
                        LocalLab.create(), settings().withSecurity(security()))
                .listener(new ServerListener() {
                    @Override
                    public void refused(Peer peer, ErrorBody why) {
                        codes.add(why.code() + " " + peer.door().id());
                    }
                })
                .status(access -> new StatusPages(access, () -> false, () -> "figures", scheduler))
                .start()
                .block(PATIENCE)));
    }

    @AfterEach
    void dispose() {
        scheduler.dispose();
    }

    private record Answer(int status, HttpHeaders headers, String body) {}

    private Answer ask(String path, Consumer<HttpHeaders> headers) {
        return Objects.requireNonNull(HttpClient.newConnection()
                .remoteAddress(server::httpAddress)
                .headers(headers)
                .get()
                .uri(path)
                .responseSingle((response, body) -> body.asString()
                        .defaultIfEmpty("")
                        .map(text -> new Answer(response.status().code(), response.responseHeaders(), text)))
                .block(PATIENCE));
    }

    /** As if it came from elsewhere, by a proxy on this machine. */
    private Answer fromElsewhere(String path, String... authorization) {
        return ask(path, headers -> {
            headers.set("X-Forwarded-For", "192.0.2.1");
            List.of(authorization).forEach(each -> headers.add("Authorization", each));
        });
    }

    private static String basic(String name, String token) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/metrics"})
    void whoAsksFromElsewhereMustShowSomething(String path) {
        Answer answer = fromElsewhere(path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().getAll("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"fluxlab\"", "Basic realm=\"fluxlab\", charset=\"UTF-8\"");
        assertThat(answer.body()).contains("unauthenticated").doesNotContain("figures");
        assertThat(codes).containsExactly("unauthenticated http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "Via", "X-Real-IP", "x-forwarded-for"})
    void nothingThatAProxyPassesOnIsFromTheMachineItself(String header) {
        assertThat(ask("/metrics", headers -> headers.set(header, "127.0.0.1")).status())
                .isEqualTo(401);
    }

    @Test
    void whoAsksFromTheMachineItselfNeedsNothing() {
        assertThat(ask("/metrics", headers -> {}).body()).isEqualTo("figures");
        assertThat(codes).isEmpty();
    }

    @Test
    void aTokenOfAnyRoleLetsIn() {
        for (String shown : List.of("Bearer " + viewer, "bearer " + runner, basic("victor", viewer))) {
            assertThat(fromElsewhere("/metrics", shown)).satisfies(answer -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("figures");
                assertThat(answer.headers().get("Cache-Control")).isEqualTo("no-store");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer " + "nobody.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "Basic ",
                "Basic !!!",
                "Basic dmljdG9y",
                "Digest username=victor",
                "Negotiate YII"
            })
    void whateverIsWrongIsRefused(String shown) {
        assertThat(fromElsewhere("/metrics", shown).status()).isEqualTo(401);
    }

    @Test
    void aWrongTokenIsRefusedFromTheMachineItselfToo() {
        assertThat(ask("/metrics", headers -> headers.set("Authorization", "Bearer " + WRONG))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anothersTokenUnderOnesOwnNameIsRefused() {
        assertThat(fromElsewhere("/metrics", basic("rita", viewer)).status()).isEqualTo(401);
    }

    @Test
    void twoProofsAreNone() {
        assertThat(fromElsewhere("/metrics", "Bearer " + viewer, "Bearer " + viewer)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoGuessesIsToldToWait() {
        Answer last = fromElsewhere("/metrics", "Bearer " + WRONG);
        for (int attempt = 0; attempt < 12 && last.status() == 401; attempt++) {
            last = fromElsewhere("/metrics", "Bearer " + WRONG);
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.headers().get("Retry-After"))).isBetween(1, 64);
        assertThat(ask("/metrics", headers -> {}).status())
                .as("whoever shows nothing does not guess")
                .isEqualTo(200);
    }
}
