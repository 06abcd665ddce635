package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cluster.ClusterLane;
import io.fluxlab.cluster.broker.EntryLimits;
import io.fluxlab.cluster.coordinator.Coordinator;
import io.fluxlab.cluster.journal.RunJournal;
import io.fluxlab.cluster.link.Access;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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

    @Option(
            names = "--cluster-max-connections",
            paramLabel = "N",
            description = "How many connections of workers, and of those who ask for them, there may be at once; "
                    + EntryLimits.DEFAULT_CONNECTIONS + ".")
    private int connections = EntryLimits.DEFAULT_CONNECTIONS;

    @Mixin
    private final JournalOption journal = new JournalOption();

    private final @Nullable String usual;

    /** With this address where none is given; null where there is to be none then. */
    ClusterOptions(@Nullable String usual) {
        this.usual = usual;
    }

    /** What a worker is to type, and whoever wants something run there. */
    List<String> advice(String cluster, String lab) {
        String token = tokenFile == null ? "" : " --token-file " + tokenFile;
        String tls = cluster.startsWith("tls:") ? " --tls-cert FILE --tls-key FILE --tls-ca FILE" : "";
        return List.of(
                "Workers join it: fluxlab cluster worker --join " + cluster + token + tls,
                "It runs there what is asked for like this: fluxlab run WORKLOAD --lane cluster --server " + lab);
    }

    /** Starts a coordinator, where one is wanted: whoever asks closes it. */
    Optional<Coordinator> open(Console console) {
        String wanted = address == null ? usual : address;
        if (wanted == null) {
            if (journal.isGiven()) {
                throw new UsageException("--journal is a coordinator's: it takes --cluster");
            }
            return Optional.empty();
        }
        Access access = ClusterAccessOptions.access("--cluster", wanted, tokenFile, certificate, key, authority);
        Optional<RunJournal> opened = journal.open(console);
        try {
            return Optional.of(
                    Coordinator.open(access, EntryLimits.DEFAULT.withConnections(connections), PATIENCE, opened));
        } catch (ActiveMQException e) {
            opened.ifPresent(RunJournal::close);
            throw new FailedException("no coordinator at %s: %s".formatted(access.address(), e.getMessage()), e);
        }
    }

    /** The lane over those who have joined it. */
    static ClusterLane lane(Coordinator coordinator) {
        return ClusterLane.at(coordinator);
    }
}
