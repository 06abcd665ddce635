package io.fluxlab.server;

import io.fluxlab.lab.RunLimits;
import io.fluxlab.lane.Claim;
import io.fluxlab.server.quota.Sharing;
import io.fluxlab.server.transport.TransportLimits;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What clients may take from a served lab. Immutable.
 *
 * @param transport of connections, bytes and time
 * @param runsPerConnection runs and comparisons of one connection that go on at once
 * @param runsAtOnce those of all connections together
 * @param concurrencyPerRun the most tasks at once that a request may ask for; on some lanes each is a thread
 * @param perRun of runs, which the lab itself holds: a lab that is built elsewhere must be given these
 * @param sharing of what there is among those who want it
 */
public record ServerLimits(
        TransportLimits transport,
        int runsPerConnection,
        int runsAtOnce,
        int concurrencyPerRun,
        RunLimits perRun,
        Sharing sharing) {

    private static final int MOST_IN_A_FRAME = 0xFFFFFF - 64;

    public ServerLimits {
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(perRun, "perRun");
        Objects.requireNonNull(sharing, "sharing");
        atLeastOne("runsPerConnection", runsPerConnection);
        atLeastOne("runsAtOnce", runsAtOnce);
        atLeastOne("concurrencyPerRun", concurrencyPerRun);
    }

    /** No limits but those of a frame: for clients in the same JVM, which could do without the server. */
    static ServerLimits none() {
        TransportLimits transport = TransportLimits.defaults();
        return new ServerLimits(
                transport.withOutbound(transport.outbound().withResponseBytes(MOST_IN_A_FRAME, Integer.MAX_VALUE)),
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                RunLimits.NONE,
                Sharing.free());
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }

    /**
     * Limits that are safe on a small machine: 16 runs at once, each of up to a million tasks and ten minutes, and 16
     * processes of these runs, or two for each CPU.
     */
    public static ServerLimits defaults() {
        return new ServerLimits(
                TransportLimits.defaults(),
                4,
                16,
                1024,
                new RunLimits(1_000_000, Optional.of(Duration.ofMinutes(10)), processes()),
                Sharing.defaults());
    }

    /** Several runs with a process for each CPU, or a comparison whose runs each have a JVM like this one. */
    private static Claim processes() {
        int most = Math.max(16, 2 * Runtime.getRuntime().availableProcessors());
        long likeThisOne = Runtime.getRuntime().maxMemory() >> 20;
        return new Claim(most, Math.max(512L * most, 2 * likeThisOne));
    }

    /** These limits with others of the transport. */
    public ServerLimits withTransport(TransportLimits newTransport) {
        return new ServerLimits(newTransport, runsPerConnection, runsAtOnce, concurrencyPerRun, perRun, sharing);
    }

    /** These limits with other numbers of runs at once. */
    public ServerLimits withRuns(int perConnection, int atOnce) {
        return new ServerLimits(transport, perConnection, atOnce, concurrencyPerRun, perRun, sharing);
    }

    /** These limits with another number of tasks at once. */
    public ServerLimits withConcurrencyPerRun(int concurrency) {
        return new ServerLimits(transport, runsPerConnection, runsAtOnce, concurrency, perRun, sharing);
    }

    /** These limits with others of each run. */
    public ServerLimits withPerRun(RunLimits newPerRun) {
        return new ServerLimits(transport, runsPerConnection, runsAtOnce, concurrencyPerRun, newPerRun, sharing);
    }

    /** These limits with another way to share. */
    public ServerLimits withSharing(Sharing newSharing) {
        return new ServerLimits(transport, runsPerConnection, runsAtOnce, concurrencyPerRun, perRun, newSharing);
    }
}
