package io.fluxlab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.cluster.broker.Refusals.Cause;
import io.fluxlab.cluster.coordinator.Coordinator;
import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Address;
import io.fluxlab.cluster.link.LinkProblem;
import io.fluxlab.cluster.link.Tls;
import io.fluxlab.run.Board;
import io.fluxlab.run.ContractWorkload;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.Script;
import io.fluxlab.run.Story;
import io.fluxlab.run.Trial;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets into a cluster, and what the others are told: over real connections, encrypted and not. */
class JoiningTest {

    private static final String TOKEN = "the-token-of-this-cluster";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static Pki ours;
    private static Pki theirs;
    private static Coordinator encrypted;
    private static Coordinator plain;

    @BeforeAll
    static void open() throws Exception {
        ours = new Pki(folder, "ours");
        theirs = new Pki(folder, "theirs");
        encrypted = Coordinator.open(access(address(true, 0), TOKEN, ours.of("localhost", ours)), PATIENCE);
        plain = Coordinator.open(Access.onLoopback(Address.LOOPBACK, TOKEN), PATIENCE);
    }

    @AfterAll
    static void close() {
        encrypted.close();
        plain.close();
    }

    private static Address address(boolean tls, int port) {
        return new Address(tls, "localhost", port);
    }

    private static Access access(Address address, String token, Tls tls) {
        return new Access(address, token, Optional.of(tls));
    }

    private static Address tlsAddress() {
        return encrypted.access().address();
    }

    @Test
    void aCertificateOfTheAuthorityAndTheTokenLetAWorkerInWhichRunsTasks() throws Exception {
        try (Joiner worker = new Joiner(access(tlsAddress(), TOKEN, ours.of("localhost", ours)))) {
            worker.joins();
            Board board = Board.at(folder.resolve("board"));

            Story story = Trial.of(ContractWorkload.subject(Script.JUST, 50, "", board), ClusterLane.at(encrypted))
                    .story();

            assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
            assertThat(story.items()).hasSize(50);
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityDoesNot() throws Exception {
        assertThat(problem(access(tlsAddress(), TOKEN, theirs.of("localhost", ours))))
                .isEqualTo(LinkProblem.CERTIFICATE_REFUSED);
    }

    @Test
    void aCoordinatorOfAnotherAuthorityIsNotBelieved() throws Exception {
        assertThat(problem(access(tlsAddress(), TOKEN, ours.of("localhost", theirs))))
                .isEqualTo(LinkProblem.UNTRUSTED);
    }

    @Test
    void aCoordinatorThatIsAnotherHostIsNotBelieved() throws Exception {
        Access elsewhere = access(address(true, 0), TOKEN, ours.of("lab.example", ours));
        try (Coordinator other = Coordinator.open(elsewhere, PATIENCE)) {
            assertThat(problem(access(other.access().address(), TOKEN, ours.of("localhost", ours))))
                    .isEqualTo(LinkProblem.OTHER_NAME);
        }
    }

    @Test
    void nobodyGetsInWithoutACertificate() throws Exception {
        SSLContext context = believing(ours);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(tlsAddress().host(), tlsAddress().port())) {
            assertThatThrownBy(() -> {
                        socket.startHandshake();
                        int unused = socket.getInputStream().read();
                    })
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("certificate");
        }
    }

    private static SSLContext believing(Pki pki) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var in = java.nio.file.Files.newInputStream(pki.authority())) {
            trusted.setCertificateEntry(
                    "ours", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Test
    void plainTextIsToldThatTheCoordinatorSpeaksTls() throws Exception {
        assertThat(problem(Access.onLoopback(address(false, tlsAddress().port()), TOKEN)))
                .isEqualTo(LinkProblem.TLS_WANTED);
    }

    @Test
    void whereTheCoordinatorSpeaksPlainTextTlsGetsNoAnswer() throws Exception {
        int port = plain.access().address().port();

        try (Joiner worker = new Joiner(access(address(true, port), TOKEN, ours.of("localhost", ours)))) {
            worker.hears(LinkProblem.SILENT);
        }
    }

    @Test
    void anotherTokenDoesNotLetAWorkerInAndIsCounted() throws Exception {
        long before = plain.refusals().of(Cause.OTHER_TOKEN);

        assertThat(problem(Access.onLoopback(plain.access().address(), "another token")))
                .isEqualTo(LinkProblem.OTHER_TOKEN);
        assertThat(plain.refusals().of(Cause.OTHER_TOKEN)).isEqualTo(before + 1);
    }

    @Test
    void aCertificateDoesNotStandForTheToken() throws Exception {
        assertThat(problem(access(tlsAddress(), "another token", ours.of("localhost", ours))))
                .isEqualTo(LinkProblem.OTHER_TOKEN);
    }

    @Test
    void whereNobodyAnswersItIsTriedAgain() throws Exception {
        Access later;
        try (Coordinator gone = Coordinator.open(Access.onLoopback(Address.LOOPBACK, TOKEN), PATIENCE)) {
            later = gone.access();
        }
        try (Joiner worker = new Joiner(later)) {
            worker.hears(LinkProblem.NO_ANSWER);
            try (Coordinator back = Coordinator.open(later, PATIENCE)) {
                worker.joins();
                assertThat(back.members()).hasSize(1);
            }
        }
    }

    private static LinkProblem problem(Access access) throws InterruptedException {
        try (Joiner worker = new Joiner(access)) {
            return worker.ends();
        }
    }
}
