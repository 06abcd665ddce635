package io.fluxlab.cli;

import io.fluxlab.cluster.ClusterLane;
import io.fluxlab.cluster.coordinator.Coordinator;
import io.fluxlab.cluster.link.Access;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a server is a coordinator, too. */
final class ClusterOptions {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Option(
            names = "--cluster",
            paramLabel = "ADDRESS",
            description = {
                "Be the coordinator of a cluster: workers join at tcp://host:port on this machine,",
                "or at tls://host:port ('fluxlab cluster worker --join ADDRESS')."
            })
    private @Nullable String address;

    @Option(
            names = "--cluster-token-file",
            paramLabel = "FILE",
            description = "The token that lets workers in; without it, $" + ClusterAccessOptions.TOKEN + " has it.")
    private @Nullable Path tokenFile;

    @Option(names = "--cluster-cert", paramLabel = "FILE", description = "The coordinator's certificate (PEM).")
    private @Nullable Path certificate;

    @Option(
            names = "--cluster-key",
            paramLabel = "FILE",
            description = "Its private key (PEM, PKCS #8 without a password).")
    private @Nullable Path key;

    @Option(
            names = "--cluster-ca",
            paramLabel = "FILE",
            description = "The authority that workers' certificates are of (PEM).")
    private @Nullable Path authority;

    /** Starts a coordinator, where one is wanted: whoever asks closes it. */
    Optional<Coordinator> open() {
        String wanted = address;
        if (wanted == null) {
            return Optional.empty();
        }
        Access access = ClusterAccessOptions.access("--cluster", wanted, tokenFile, certificate, key, authority);
        try {
            return Optional.of(Coordinator.open(access, PATIENCE));
        } catch (ActiveMQException e) {
            throw new FailedException("no coordinator at %s: %s".formatted(access.address(), e.getMessage()), e);
        }
    }

    /** The lane over those who have joined it. */
    static ClusterLane lane(Coordinator coordinator) {
        return ClusterLane.at(coordinator);
    }
}
