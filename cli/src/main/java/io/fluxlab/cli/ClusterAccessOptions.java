package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Address;
import io.fluxlab.cluster.link.Tls;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.server.reload.SecretFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to get to a coordinator. */
final class ClusterAccessOptions {

    /** Where the token is, that no file has. */
    static final String TOKEN = "FLUXLAB_CLUSTER_TOKEN";

    @Option(
            names = {"--join", "--coordinator"},
            paramLabel = "ADDRESS",
            required = true,
            description = "The coordinator: tcp://host:port on this machine, tls://host:port on any.")
    private String coordinator = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "The token that lets workers in; without it, $" + TOKEN + " has it.")
    private @Nullable Path tokenFile;

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "Its own certificate (PEM), for tls://.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "Its private key (PEM, PKCS #8 without a password).")
    private @Nullable Path key;

    @Option(
            names = "--tls-ca",
            paramLabel = "FILE",
            description = "The authority that the coordinator's certificate is of (PEM).")
    private @Nullable Path authority;

    /** The coordinator's address, as it was given. */
    String address() {
        return coordinator;
    }

    /** How to get there, all checked. */
    Access access() {
        return access("--join", coordinator, tokenFile, certificate, key, authority);
    }

    /** What these options mean, also where others have given them. */
    static Access access(
            String option,
            String text,
            @Nullable Path tokenFile,
            @Nullable Path certificate,
            @Nullable Path key,
            @Nullable Path authority) {
        Address address = address(option, text);
        if (!address.tls()) {
            if (!address.isLoopback()) {
                throw new UsageException(
                        "%s %s would be there for everybody to read: beyond this machine it takes tls://"
                                .formatted(option, text));
            }
            return Access.onLoopback(address, token(tokenFile));
        }
        if (certificate == null || key == null || authority == null) {
            throw new UsageException("%s %s takes --tls-cert, --tls-key and --%s: both sides show a certificate"
                    .formatted(option, text, option.equals("--cluster") ? "cluster-ca" : "tls-ca"));
        }
        try {
            return new Access(address, token(tokenFile), Optional.of(Tls.of(certificate, key, authority)));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Address address(String option, String text) {
        try {
            return Address.parse(option, text);
        } catch (InvalidRequestException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static String token(@Nullable Path file) {
        try {
            String token = file == null ? System.getenv(TOKEN) : SecretFile.read(file);
            if (token != null && !token.isBlank()) {
                return token.strip();
            }
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new UsageException("the cluster's token: " + e.getMessage());
        }
        throw new UsageException(
                "workers are let in by a token: put one into a file of yours alone and name it, or into $" + TOKEN);
    }
}
