package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a connection has in fragments, within its limits of size, number and time. Not thread-safe. */
final class UnfinishedRequests {

    private final RequestLimits limits;
    private final SharedBudget.Share share;
    private final LongSupplier nanoTime;
    private final IntObjectMap<UnfinishedRequest> requests = new IntObjectHashMap<>();
    private long bytes;

    /**
     * @param share of the bytes of all connections
     */
    UnfinishedRequests(RequestLimits limits, SharedBudget.Share share, LongSupplier nanoTime) {
        this.limits = limits;
        this.share = share;
        this.nanoTime = nanoTime;
    }

    boolean contains(int streamId) {
        return requests.containsKey(streamId);
    }

    int count() {
        return requests.size();
    }

    /** Takes the first fragment, or says why not. */
    @Nullable
    Refusal start(FrameHeader first, ByteBuf frame) {
        if (requests.size() >= limits.unfinishedRequests()) {
            return Refusal.limit(
                    "unfinishedRequests",
                    limits.unfinishedRequests(),
                    requests.size() + 1,
                    "fragments of that many requests of this connection are still missing");
        }
        UnfinishedRequest request = new UnfinishedRequest(first, frame, nanoTime.getAsLong());
        requests.put(first.streamId(), request);
        count(request.bytes());
        return overLimit(request);
    }

    /** Takes a further fragment, or says why not. */
    @Nullable
    Refusal add(FrameHeader header, ByteBuf frame) {
        UnfinishedRequest request = requests.get(header.streamId());
        int before = request.bytes();
        request.add(header, frame);
        count(request.bytes() - before);
        return overLimit(request);
    }

    /** Buffers that grow have up to twice the room that they need. */
    private void count(long more) {
        bytes += more;
        share.add(2 * more);
    }

    private @Nullable Refusal overLimit(UnfinishedRequest request) {
        if (request.bytes() > limits.requestBytes()) {
            return tooLarge(limits, request.bytes());
        }
        if (bytes > limits.unfinishedBytes()) {
            return Refusal.limit(
                    "unfinishedBytes",
                    limits.unfinishedBytes(),
                    bytes,
                    "the fragments of this connection's unfinished requests are too large together");
        }
        return null;
    }

    /** Forgets a request and hands it out, if there is one. */
    @Nullable
    UnfinishedRequest remove(int streamId) {
        UnfinishedRequest request = requests.remove(streamId);
        if (request != null) {
            count(-request.bytes());
        }
        return request;
    }

    Duration age(UnfinishedRequest request) {
        return Duration.ofNanos(nanoTime.getAsLong() - request.startedNanos());
    }

    /** Those that were begun longer ago than this. */
    List<UnfinishedRequest> olderThan(Duration age) {
        return requests.values().stream()
                .filter(request -> age(request).compareTo(age) > 0)
                .toList();
    }

    static Refusal tooLarge(RequestLimits limits, int bytes) {
        return Refusal.limit(
                "requestBytes", limits.requestBytes(), bytes, "metadata and data of this request are too long");
    }
}
