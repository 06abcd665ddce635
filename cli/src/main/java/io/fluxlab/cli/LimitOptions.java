package io.fluxlab.cli;

import io.fluxlab.claim.Claim;
import io.fluxlab.lab.RunLimits;
import io.fluxlab.server.ServerLimits;
import io.fluxlab.server.transport.ConnectionLimits;
import io.fluxlab.server.transport.TransportLimits;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What clients may take from a server. */
final class LimitOptions {

    private static final ServerLimits DEFAULTS = ServerLimits.defaults();

    @Option(names = "--max-connections", paramLabel = "N", description = "RSocket connections at once; 256.")
    private @Nullable Integer connections;

    @Option(
            names = "--max-connections-per-address",
            paramLabel = "N",
            description = "Those of one address, or network of 64 bits, beyond loopback; 64.")
    private @Nullable Integer connectionsPerAddress;

    @Option(names = "--max-http-connections", paramLabel = "N", description = "HTTP connections at once; 256.")
    private @Nullable Integer httpConnections;

    @Option(names = "--max-runs", paramLabel = "N", description = "Runs and comparisons at once; 16.")
    private @Nullable Integer runs;

    @Option(names = "--max-runs-per-connection", paramLabel = "N", description = "Those of one connection; 4.")
    private @Nullable Integer runsPerConnection;

    @Option(names = "--max-tasks", paramLabel = "N", description = "Tasks of a run; 1000000.")
    private @Nullable Integer tasks;

    @Option(names = "--max-concurrency", paramLabel = "N", description = "Tasks of a run at once; 1024.")
    private @Nullable Integer concurrency;

    @Option(names = "--max-run-time", paramLabel = "TIME", description = "After which a run is cancelled; 10min.")
    private @Nullable Duration runTime;

    @Option(
            names = "--max-processes",
            paramLabel = "N",
            description = "Child processes of all runs at once; 16, or 2 per CPU.")
    private @Nullable Integer processes;

    @Option(
            names = "--max-heap",
            paramLabel = "N",
            description = "Megabytes of heap of these together; 512 for each, or twice this JVM's.")
    private @Nullable Integer heapMegabytes;

    @Option(
            names = "--max-run-heap",
            paramLabel = "N",
            description = "Megabytes of this JVM's heap for all runs at once; three eighths of it.")
    private @Nullable Integer runHeapMegabytes;

    @Option(
            names = "--max-threads",
            paramLabel = "N",
            description = "Threads of all runs at once; 4096, or half of what the system allows.")
    private @Nullable Integer threads;

    @Option(
            names = "--max-descriptors",
            paramLabel = "N",
            description = "Open files and sockets of all runs at once; what connections do not need.")
    private @Nullable Integer descriptors;

    /**
     * The limits.
     *
     * @throws IllegalArgumentException naming one that is out of range
     */
    ServerLimits limits() {
        RunLimits perRun = DEFAULTS.perRun();
        TransportLimits transport = DEFAULTS.transport().withConnections(connections());
        ServerLimits limits = DEFAULTS.withTransport(transport)
                .withRuns(or(runsPerConnection, DEFAULTS.runsPerConnection()), or(runs, DEFAULTS.runsAtOnce()))
                .withPerRun(new RunLimits(
                        or(tasks, perRun.tasksPerRun()),
                        Optional.ofNullable(runTime).or(perRun::runTime),
                        atOnce(ServerLimits.share(transport))));
        return concurrency == null ? limits : limits.withConcurrencyPerRun(concurrency);
    }

    private ConnectionLimits connections() {
        ConnectionLimits usual = DEFAULTS.transport().connections();
        return new ConnectionLimits(
                or(connections, usual.setUp()),
                or(connectionsPerAddress, usual.perAddress()),
                usual.waiting(),
                or(httpConnections, usual.http()));
    }

    private Claim atOnce(Claim usual) {
        return new Claim(
                runHeapMegabytes == null ? usual.heapBytes() : (long) runHeapMegabytes << 20,
                or(threads, usual.threads()),
                or(descriptors, usual.descriptors()),
                new Claim.Children(
                        or(processes, usual.children().processes()),
                        or(heapMegabytes, usual.children().heapMegabytes())));
    }

    private static long or(@Nullable Integer given, long usual) {
        return given == null ? usual : given;
    }

    private static int or(@Nullable Integer given, int usual) {
        return given == null ? usual : given;
    }
}
