package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.client.ClientOptions;
import io.fluxlab.client.ClientTls;
import io.fluxlab.client.Credentials;
import io.fluxlab.server.reload.SecretFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which lab to ask. */
final class LabOptions {

    private static final String TOKEN = "FLUXLAB_TOKEN";

    @Option(
            names = "--server",
            paramLabel = "URI",
            description =
                    "A running server: tcp://host:port, ws://host:port/rsocket, or tls:// and wss:// likewise, with "
                            + "#sha256:... for a certificate that no authority knows; without it, one inside this command.")
    private @Nullable URI server;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "What the server wants to see; or the environment's FLUXLAB_TOKEN.")
    private @Nullable Path tokenFile;

    @Option(names = "--tls-ca", paramLabel = "FILE", description = "Authorities (PEM) to trust instead of the JVM's.")
    private @Nullable Path authority;

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "This client's certificate (PEM), if it is asked.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "Its private key (PEM, PKCS #8 without a password).")
    private @Nullable Path key;

    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Mixin
    private final ClasspathOption classpath = new ClasspathOption();

    Optional<URI> server() {
        return Optional.ofNullable(server);
    }

    /** How to speak with it. */
    ClientOptions client() {
        return ClientOptions.DEFAULT.withTls(tls()).withCredentials(credentials());
    }

    private ClientTls tls() {
        Path ownCertificate = certificate;
        Path ownKey = key;
        if ((ownCertificate == null) != (ownKey == null)) {
            throw new UsageException("--tls-cert and --tls-key belong together");
        }
        ClientTls own = ownCertificate == null || ownKey == null
                ? ClientTls.DEFAULT
                : ClientTls.DEFAULT.withOwn(ownCertificate, ownKey);
        return authority == null ? own : own.withAuthority(authority);
    }

    /** A secret on the command line would be there for everybody to see who may list processes. */
    private Credentials credentials() {
        String token = tokenFile == null ? System.getenv(TOKEN) : read(tokenFile);
        return token == null || token.isBlank() ? Credentials.NONE : Credentials.token(token.strip());
    }

    private static String read(Path file) {
        try {
            return SecretFile.read(file);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new UsageException("--token-file: " + e.getMessage());
        }
    }
}
