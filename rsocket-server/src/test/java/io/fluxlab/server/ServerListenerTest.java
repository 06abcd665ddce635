package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.server.identity.Caller;
import io.fluxlab.server.transport.Door;
import io.fluxlab.server.transport.Peer;
import io.fluxlab.server.transport.RequestLimits;
import io.fluxlab.wire.ErrorBody;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** What a server tells of its connections and requests. */
class ServerListenerTest extends ServerFixture {

    private final Recorder recorder = new Recorder();

    @Test
    void aConnectionIsToldWhenItOpensAndWhenItCloses() {
        LabServer server = serve(ServerLimits.defaults(), recorder);
        Client client = client(server);
        assertServed(client);
        assertThat(recorder.told).first().asString().startsWith("opened tcp 127.0.0.1:");
        client.close();
        await().untilAsserted(() -> assertThat(recorder.told).last().asString().startsWith("closed tcp 127.0.0.1:"));
    }

    @Test
    void aRequestIsToldOnceHoweverItEnds() {
        LabServer server = serve(ServerLimits.defaults(), recorder);
        Client client = client(server);
        assertServed(client);
        Disposable run =
                client.stream("lab.run", Client.sleeps(1, 3_600_000, "virtual")).subscribe();
        await().untilAsserted(() -> assertThat(recorder.requests()).contains("started lab.run"));
        run.dispose();
        await().untilAsserted(() -> assertThat(recorder.requests())
                .containsExactly("started lab.lanes", "completed lab.lanes", "started lab.run", "cancelled lab.run"));
    }

    @Test
    void aRequestBeyondALimitIsToldAsRefused() {
        LabServer server = serve(ServerLimits.defaults().withConcurrencyPerRun(1), recorder);
        errorOf(
                client(server).stream("lab.run", Map.of("workload", "sleep", "lane", "virtual", "concurrency", 2)),
                ErrorBody.REJECTED);
        assertThat(recorder.requests()).containsExactly("refused limit-exceeded");
    }

    @Test
    void whatCannotBeReadIsToldAsRefused() {
        LabServer server = serve(ServerLimits.defaults(), recorder);
        errorOf(client(server).stream("lab.run", "{}"), ErrorBody.INVALID);
        assertThat(recorder.requests()).containsExactly("refused invalid-request");
    }

    @Test
    void whatTheTransportRefusesIsTold() {
        ServerLimits limits = ServerLimits.defaults();
        RequestLimits small = limits.transport().requests().withRequestBytes(256);
        LabServer server = serve(limits.withTransport(limits.transport().withRequests(small)), recorder);
        errorOf(client(server).stream("lab.run", " ".repeat(1000)), ErrorBody.REJECTED);
        assertThat(recorder.requests()).containsExactly("refused limit-exceeded");
    }

    /** Writes down what it hears. */
    private static final class Recorder implements ServerListener {

        private final List<String> told = new CopyOnWriteArrayList<>();

        /** What was told, without that of connections. */
        List<String> requests() {
            return told.stream()
                    .filter(line -> !line.startsWith("opened") && !line.startsWith("closed"))
                    .toList();
        }

        @Override
        public void opened(Peer peer) {
            told.add("opened " + text(peer));
        }

        @Override
        public void closed(Peer peer) {
            told.add("closed " + text(peer));
        }

        private static String text(Peer peer) {
            assertThat(peer.door()).isEqualTo(Door.TCP);
            return peer.door().id() + " " + peer.host() + ":" + peer.port();
        }

        @Override
        public void started(LabRequest request) {
            told.add("started " + request.route().id());
        }

        @Override
        public void ended(LabRequest request, RequestOutcome outcome) {
            told.add(outcome.ending().id() + " " + request.route().id());
        }

        @Override
        public void refused(Peer peer, ErrorBody why) {
            told.add("refused " + why.code());
        }

        @Override
        public void refused(Caller caller, ErrorBody why) {
            told.add("refused " + why.code());
        }
    }
}
