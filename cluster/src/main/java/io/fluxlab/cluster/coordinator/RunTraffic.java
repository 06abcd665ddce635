package io.fluxlab.cluster.coordinator;

import io.fluxlab.cluster.link.Queues;
import io.fluxlab.cluster.message.Kind;
import io.fluxlab.cluster.message.Letter;
import io.fluxlab.cluster.message.Ping;
import io.fluxlab.measure.NetworkUse;
import java.util.Arrays;

/**
 * A run's way to its members: counts what is sent there and what comes back, as messages with their headers, and measures
 * how long the way takes. What measures is not counted. Thread-safe.
 */
final class RunTraffic {

    /** So many of the last round trips count. */
    private static final int MOST = 1024;

    private final Coordinator coordinator;
    private final long run;
    private final long[] roundTrips = new long[MOST];
    private int measured;
    private long sentBytes;
    private long receivedBytes;

    RunTraffic(Coordinator coordinator, long run) {
        this.coordinator = coordinator;
        this.run = run;
    }

    void tell(String member, Letter letter) {
        sent(coordinator.send(Queues.control(member), letter));
    }

    void give(LaneOf lane, Letter letter) {
        sent(coordinator.send(Queues.work(lane.member().name(), lane.lane()), letter));
    }

    private synchronized void sent(int bytes) {
        sentBytes += bytes;
    }

    /** A message of so many bytes has come for the run. */
    synchronized void received(int bytes) {
        receivedBytes += bytes;
    }

    /** Sends something to a member that comes back at once. */
    void ping(String member) {
        coordinator.tell(member, Letter.of(Kind.PING, new Ping(run, member, System.nanoTime())));
    }

    /** It has come back. */
    synchronized void pong(Ping ping) {
        roundTrips[measured % MOST] = System.nanoTime() - ping.sentNanos();
        measured++;
    }

    /** All until now. */
    synchronized NetworkUse use() {
        long[] known = Arrays.copyOf(roundTrips, Math.min(measured, MOST));
        Arrays.sort(known);
        return new NetworkUse(
                known.length == 0 ? null : (Long) known[(known.length - 1) / 2], sentBytes, receivedBytes);
    }
}
