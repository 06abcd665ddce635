package io.fluxlab.server;

import io.fluxlab.claim.Claim;
import io.fluxlab.claim.Machine;
import io.fluxlab.lab.RunLimits;
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

    /** More stacks than that make each collection of garbage a pause that others notice. */
    private static final int MOST_THREADS = 4096;

    /** Of the JVM, its libraries and the server. */
    private static final int SPARE_DESCRIPTORS = 256;

    /** What is kept of a byte of a request that was read and is all right: 9 were measured, of short texts in a list. */
    private static final long BYTES_KEPT_OF_A_BYTE = 12;

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
     * Limits that are safe on a small machine: 16 runs at once, each of up to a million tasks and ten minutes, and
     * {@linkplain #share a share of the machine} for all of them.
     */
    public static ServerLimits defaults() {
        TransportLimits transport = TransportLimits.defaults();
        return new ServerLimits(
                transport,
                4,
                16,
                1024,
                new RunLimits(1_000_000, Optional.of(Duration.ofMinutes(10)), share(transport)),
                Sharing.defaults());
    }

    /**
     * What runs may claim of this machine and JVM beside such a transport: three eighths of the heap, up to 4096 threads,
     * the descriptors that connections do not need, or a quarter of all, and several runs with a process for each CPU, or a comparison whose
     * runs each have a JVM like this one.
     */
    public static Claim share(TransportLimits transport) {
        Machine machine = Machine.here();
        long processes = Math.max(16, 2L * machine.cpus());
        long heapOfProcesses = Math.max(512 * processes, 2 * (machine.heapBytes() >> 20));
        return new Claim(
                machine.heapBytes() / 8 * 3,
                Math.min(MOST_THREADS, machine.threads() / 2),
                Math.max(
                        machine.descriptors() / 4,
                        machine.descriptors()
                                - SPARE_DESCRIPTORS
                                - transport.connections().all()),
                new Claim.Children(processes, heapOfProcesses));
    }

    /**
     * What clients hold at the most, on the heap and beside it, with every connection hostile: what the transport does, and
     * what was read of the requests that wait for a turn. What runs hold is beside that: they claim it.
     */
    public long worstCaseBytes() {
        long request = transport.requests().requestBytes();
        return transport.worstCaseBytes() + sharing.waiting() * request * BYTES_KEPT_OF_A_BYTE;
    }

    /** These limits with others of the transport. */
    public ServerLimits withTransport(TransportLimits newTransport) {
        return new ServerLimits(newTransport, runsPerConnection, runsAtOnce, concurrencyPerRun, perRun, sharing);
    }

    /** These limits with other numbers of runs at once. */
    public ServerLimits withRuns(int perConnection, int atOnce) {
        return new ServerLimits(transport, perConnection, atOnce, concurrencyPerRun, perRun, sharing);
    }

    /** These limits with another number of tasks at once, whether a request says how many or leaves it to the lane. */
    public ServerLimits withConcurrencyPerRun(int concurrency) {
        return new ServerLimits(
                transport,
                runsPerConnection,
                runsAtOnce,
                concurrency,
                perRun.withConcurrencyPerRun(concurrency),
                sharing);
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
