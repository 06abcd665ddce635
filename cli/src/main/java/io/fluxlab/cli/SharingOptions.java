package io.fluxlab.cli;

import io.fluxlab.server.quota.Quota;
import io.fluxlab.server.quota.Sharing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How clients share what a server has. */
final class SharingOptions {

    private static final Sharing DEFAULTS = Sharing.defaults();

    @Option(
            names = "--max-streams-per-address",
            paramLabel = "N",
            description = "Requests open at once from one address, or one IPv6 network of 64 bits; 1024.")
    private @Nullable Integer streamsOfAddress;

    @Option(
            names = "--max-streams-per-principal",
            paramLabel = "N",
            description = "Those of somebody who said who they are; 1024.")
    private @Nullable Integer streamsOfPrincipal;

    @Option(
            names = "--max-runs-per-address",
            paramLabel = "N",
            description = "Runs and comparisons from one address that go on or wait; as many as --share allows.")
    private @Nullable Integer runsOfAddress;

    @Option(
            names = "--max-runs-per-principal",
            paramLabel = "N",
            description = "Those of somebody who said who they are; as many as --share allows.")
    private @Nullable Integer runsOfPrincipal;

    @Option(
            names = "--max-processes-per-address",
            paramLabel = "N",
            description = "Child processes of runs from one address at once; 12, or three for two CPUs.")
    private @Nullable Integer processesOfAddress;

    @Option(
            names = "--max-processes-per-principal",
            paramLabel = "N",
            description = "Those of somebody who said who they are; 12, or three for two CPUs.")
    private @Nullable Integer processesOfPrincipal;

    @Option(
            names = "--max-cpu-per-address",
            paramLabel = "TIME",
            description =
                    "CPU time of runs from one address in an hour, after which no more start; 45min for each CPU.")
    private @Nullable Duration cpuOfAddress;

    @Option(
            names = "--max-cpu-per-principal",
            paramLabel = "TIME",
            description = "That of somebody who said who they are; 45min for each CPU.")
    private @Nullable Duration cpuOfPrincipal;

    @Option(
            names = "--share",
            paramLabel = "PERCENT",
            description = "Of the runs at once that are free or its own, what one principal or address may have; 75.")
    private @Nullable Integer share;

    @Option(names = "--max-waiting", paramLabel = "N", description = "Runs that wait where all are taken; 64.")
    private @Nullable Integer waiting;

    @Option(names = "--max-wait", paramLabel = "TIME", description = "How long they wait; 5s.")
    private @Nullable Duration patience;

    /**
     * How it is shared.
     *
     * @throws IllegalArgumentException naming what is out of range
     */
    Sharing sharing() {
        return new Sharing(
                quota(
                        DEFAULTS.perPrincipal(),
                        streamsOfPrincipal,
                        runsOfPrincipal,
                        processesOfPrincipal,
                        cpuOfPrincipal),
                quota(DEFAULTS.perAddress(), streamsOfAddress, runsOfAddress, processesOfAddress, cpuOfAddress),
                or(share, DEFAULTS.sharePercent()),
                or(waiting, DEFAULTS.waiting()),
                or(patience, DEFAULTS.patience()));
    }

    private static Quota quota(
            Quota usual,
            @Nullable Integer streams,
            @Nullable Integer runs,
            @Nullable Integer processes,
            @Nullable Duration cpuPerHour) {
        return new Quota(
                or(streams, usual.streams()),
                or(runs, usual.runs()),
                or(processes, usual.processes()),
                or(cpuPerHour, usual.cpuPerHour()));
    }

    private static <T> T or(@Nullable T given, T usual) {
        return given == null ? usual : given;
    }
}
