package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.fluxlab.certificate.Certificates;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunRequest;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.SecuritySettings;
import io.fluxlab.server.ServerListener;
import io.fluxlab.server.ServerSettings;
import io.fluxlab.server.identity.CredentialsFile;
import io.fluxlab.server.identity.Role;
import io.fluxlab.server.tls.TlsSettings;
import io.fluxlab.server.transport.Peer;
import io.fluxlab.wire.ErrorBody;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.tcp.TcpClient;

/** A lab is reached over TLS by who trusts it and may come, and by nobody else; everybody else is told why. */
@ParameterizedClass
@ValueSource(strings = {"tls", "wss"})
class TlsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Parameter
    private String scheme;

    @TempDir
    private Path folder;

    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final List<LabServer> servers = new ArrayList<>();
    private Pki pki;
    private Pki otherPki;

    @BeforeEach
    void makeAuthorities() {
        pki = new Pki(folder, "ours");
        otherPki = new Pki(folder, "others");
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(Duration.ZERO).block(PATIENCE));
    }

    @Test
    void whoTrustsTheAuthorityIsServed() {
        Pki.Issued own = pki.server();
        assertServed(uri(serve(tls(own)), scheme), trusting(pki));
        assertThat(refused).isEmpty();
    }

    @Test
    void whoKnowsTheFingerprintIsServedWhateverTheName() {
        LabServer server = serve(tls(pki.otherServer()));
        assertServed(uri(server, scheme, server.fingerprint().orElseThrow()), ClientOptions.DEFAULT);
    }

    @Test
    void aCertificateThatIsMadeAtTheStartCanBePinned() {
        LabServer server = serve(SecuritySettings.NONE.withTls(TlsSettings.selfSigned()));
        assertServed(uri(server, scheme, server.fingerprint().orElseThrow()), ClientOptions.DEFAULT);
    }

    @Test
    void aCertificateWithAnotherFingerprintIsNotTrusted() {
        URI uri = uri(serve(tls(pki.server())), scheme, "sha256:" + "0".repeat(64));
        assertUnreachable(uri, trusting(pki), TlsProblem.OTHER_FINGERPRINT);
        assertRefused("tls-handshake-failed");
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNotTrusted() {
        assertUnreachable(uri(serve(tls(otherPki.server())), scheme), trusting(pki), TlsProblem.UNTRUSTED);
        assertUnreachable(uri(serve(tls(pki.server())), scheme), ClientOptions.DEFAULT, TlsProblem.UNTRUSTED);
    }

    @Test
    void aCertificateForAnotherHostIsNotTrusted() {
        assertUnreachable(uri(serve(tls(pki.otherServer())), scheme), trusting(pki), TlsProblem.OTHER_NAME);
    }

    @Test
    void anExpiredCertificateIsNotTrusted() throws IOException {
        Pki.Issued expired = pki.expired("CN=server");
        SslContext context = SslContextBuilder.forServer(
                        expired.certificate().toFile(), expired.key().toFile())
                .build();
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .secure(spec -> spec.sslContext(context))
                .bindNow();
        try {
            assertUnreachable(URI.create(scheme + "://127.0.0.1:" + server.port()), trusting(pki), TlsProblem.EXPIRED);
        } finally {
            server.disposeNow();
        }
    }

    @Test
    void whoSpeaksPlainTextToATlsPortIsToldOnBothSides() {
        assertUnreachable(uri(serve(tls(pki.server())), plain()), ClientOptions.DEFAULT, TlsProblem.REQUIRED);
        assertRefused("tls-required");
    }

    @Test
    void whoSpeaksTlsToAPlainPortIsToldOnBothSides() {
        assertUnreachable(uri(serve(SecuritySettings.NONE), scheme), trusting(pki), TlsProblem.NOT_OFFERED);
        assertRefused("tls-not-offered");
    }

    @Test
    void aCertificateOfTheClientsAuthoritySaysWhoComes() throws IOException {
        LabServer server = serve(mutual());
        ClientOptions rita = trusting(pki, otherPki.client("rita"));
        try (LabClient client = LabClient.connect(uri(server, scheme), rita)) {
            assertThat(client.run(RunRequest.of("count", "immediate")).blockLast(PATIENCE))
                    .isNotNull();
        }
        ClientOptions victor = trusting(pki, otherPki.client("victor"));
        assertServed(uri(server, scheme), victor);
        assertThat(rejection(uri(server, scheme), victor, true).code()).isEqualTo("forbidden");
    }

    @Test
    void aCertificateThatNoLineMeansIsNobodys() throws IOException {
        ClientOptions mallory = trusting(pki, otherPki.client("mallory"));
        assertThat(rejection(uri(serve(mutual()), scheme), mallory, false).code())
                .isEqualTo("unauthenticated");
        assertRefused("unauthenticated");
    }

    @Test
    void whoShowsNoCertificateOrAWrongOneDoesNotGetIn() throws IOException {
        LabServer server = serve(mutual());
        for (ClientOptions options : List.of(trusting(pki), trusting(pki, pki.client("rita")))) {
            refused.clear();
            assertUnreachable(uri(server, scheme), options);
            assertRefused("tls-handshake-failed");
        }
    }

    @Test
    void whoShowsAnExpiredCertificateDoesNotGetIn() throws IOException {
        LabServer server = serve(mutual());
        Pki.Issued expired = otherPki.expired("CN=rita,O=Example");

        assertThat(assertUnreachable(uri(server, scheme), trusting(pki, expired)))
                .as("what the client says before it shows it to anybody")
                .hasMessageContaining("has expired at");
        assertThat(refused).isEmpty();

        SslContext careless = SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .trustManager(pki.authority().toFile())
                .keyManager(expired.certificate().toFile(), expired.key().toFile())
                .build();
        URI uri = uri(server, scheme);
        Connection stranger = TcpClient.create()
                .host(uri.getHost())
                .port(uri.getPort())
                .secure(tls -> tls.sslContext(careless))
                .connectNow(PATIENCE);
        stranger.onDispose().block(PATIENCE);
        assertRefused("tls-handshake-failed");
    }

    @Test
    void aRenewedCertificateIsShownWhileConnectionsGoOn() throws IOException {
        Pki.Issued before = pki.server();
        Pki.Issued after = pki.server();
        LabServer server = serve(tls(before));
        try (LabClient old = LabClient.connect(uri(server, scheme), trusting(pki))) {
            assertThat(old.lanes().collectList().block(PATIENCE)).isNotEmpty();
            Pki.replace(before.certificate(), after.certificate());
            Pki.replace(before.key(), after.key());
            String renewed = Certificates.fingerprint(after.bundle().getCertificate());
            await().untilAsserted(() -> assertThat(server.fingerprint()).isEqualTo(Optional.of(renewed)));
            assertServed(uri(server, scheme, renewed), ClientOptions.DEFAULT);
            assertThat(old.lanes().collectList().block(PATIENCE)).isNotEmpty();
        }
    }

    private SecuritySettings tls(Pki.Issued own) {
        return SecuritySettings.NONE.withTls(TlsSettings.of(own.certificate(), own.key()));
    }

    /** Rita is known by her whole subject, Victor by an alternative name. */
    private SecuritySettings mutual() throws IOException {
        Pki.Issued own = pki.server();
        Path credentials = Files.writeString(folder.resolve("credentials"), """
                rita runner certificate CN=rita, O=Example
                victor viewer certificate victor.clients.example
                """);
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-------"));
        CredentialsFile.of(credentials).add("other", Role.VIEWER);
        return SecuritySettings.NONE
                .withCredentials(credentials)
                .withTls(TlsSettings.of(own.certificate(), own.key()).withClientAuthority(otherPki.authority()));
    }

    private LabServer serve(SecuritySettings security) {
        ServerListener told = new ServerListener() {
            @Override
            public void refused(Peer peer, ErrorBody why) {
                refused.add(why.code());
            }
        };
        LabServer server = LabServer.of(
                        LocalLab.create(),
                        ServerSettings.defaults().withPorts(0, 0).withSecurity(security))
                .listener(told)
                .start()
                .block(PATIENCE);
        servers.add(server);
        return server;
    }

    private static ClientOptions trusting(Pki authority) {
        return ClientOptions.DEFAULT.withTls(ClientTls.DEFAULT.withAuthority(authority.authority()));
    }

    private static ClientOptions trusting(Pki authority, Pki.Issued own) {
        ClientOptions trusting = trusting(authority);
        return trusting.withTls(trusting.tls().withOwn(own.certificate(), own.key()));
    }

    private String plain() {
        return scheme.equals("tls") ? "tcp" : "ws";
    }

    private static URI uri(LabServer server, String scheme) {
        boolean http = scheme.startsWith("ws");
        int port = (http ? server.httpAddress() : server.address()).getPort();
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    private static URI uri(LabServer server, String scheme, String fingerprint) {
        return URI.create(uri(server, scheme) + "#" + fingerprint);
    }

    private static void assertServed(URI uri, ClientOptions options) {
        try (LabClient client = LabClient.connect(uri, options)) {
            assertThat(client.lanes().collectList().block(PATIENCE)).isNotEmpty();
        }
    }

    private static void assertUnreachable(URI uri, ClientOptions options, TlsProblem problem) {
        UnreachableLabException error = assertUnreachable(uri, options);
        assertThat(error.tlsProblem()).as(error.getMessage()).contains(problem);
    }

    /** In TLS 1.3 a server judges a client's certificate after the handshake: its alert may come too late to say why. */
    private static UnreachableLabException assertUnreachable(URI uri, ClientOptions options) {
        try (LabClient client = LabClient.connect(uri, options)) {
            UnreachableLabException error = catchThrowableOfType(
                    UnreachableLabException.class, () -> client.lanes().blockLast(PATIENCE));
            assertThat(error).as("no lab").isNotNull();
            return error;
        }
    }

    private static RejectedRequestException rejection(URI uri, ClientOptions options, boolean run) {
        try (LabClient client = LabClient.connect(uri, options)) {
            return catchThrowableOfType(
                    RejectedRequestException.class,
                    () -> (run ? client.run(RunRequest.of("count", "immediate")) : client.lanes()).blockLast(PATIENCE));
        }
    }

    private void assertRefused(String code) {
        await().untilAsserted(() -> assertThat(refused).containsExactly(code));
    }
}
