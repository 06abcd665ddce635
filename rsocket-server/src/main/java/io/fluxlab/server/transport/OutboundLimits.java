package io.fluxlab.server.transport;

import java.util.function.BooleanSupplier;

/**
 * Bounds on the bytes of one connection that its peer has not taken yet. Immutable.
 *
 * @param highWaterBytes response streams get no further demand while this much is pending
 * @param lowWaterBytes they get demand again when no more than this is pending
 * @param pendingBytes the connection is closed when this much is pending in spite of that
 * @param responseBytes the largest single response
 * @param batch how many responses one stream is asked for at a time, at the most; fewer if they are large
 */
public record OutboundLimits(int highWaterBytes, int lowWaterBytes, int pendingBytes, int responseBytes, int batch) {

    public OutboundLimits {
        Range.check("highWaterBytes", highWaterBytes, 1024, 1 << 30);
        Range.check("lowWaterBytes", lowWaterBytes, 1, highWaterBytes);
        Range.check("responseBytes", responseBytes, 1024, 0xFFFFFF - 64);
        Range.check("pendingBytes", pendingBytes, 2L * highWaterBytes + responseBytes, Integer.MAX_VALUE);
        Range.check("batch", batch, 1, 4096);
    }

    /** Some 128 KiB per connection, never more than 16 MiB, responses of up to 4 MiB. */
    public static OutboundLimits defaults() {
        return new OutboundLimits(128 * 1024, 32 * 1024, 16 * 1024 * 1024, 4 * 1024 * 1024, 64);
    }

    /** These limits with another size of a response, and another hard cap on what is pending. */
    public OutboundLimits withResponseBytes(int response, int pending) {
        return new OutboundLimits(highWaterBytes, lowWaterBytes, pending, response, batch);
    }

    /** Inbound frames are not read either while this much is pending: the answers to them would only add to it. */
    int readPauseBytes() {
        return 2 * highWaterBytes;
    }

    /** A gate with these limits: of one stream, no more is under way than a quarter of the high water, as far as is known. */
    DemandGate gate(BooleanSupplier open) {
        return new DemandGate(open, batch, highWaterBytes / 4);
    }
}
