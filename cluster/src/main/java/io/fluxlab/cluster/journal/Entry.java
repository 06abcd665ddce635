package io.fluxlab.cluster.journal;

import io.fluxlab.kept.LastingRun;
import io.fluxlab.wire.WireFormat;
import java.nio.ByteBuffer;

/** How a record of the journal begins: whose it is. What follows depends on its type. */
final class Entry {

    /** A run has begun: {@link Begun}. */
    static final byte RUN = 1;

    /** Results, as a worker sent them. */
    static final byte FRAME = 2;

    /** A piece of results that are too many for one record; the rest follows. */
    static final byte PIECE = 3;

    private Entry() {}

    /**
     * A run that has begun. Immutable.
     *
     * @param run what it is
     * @param version what its workload is made of
     * @param tasks how many it has
     */
    record Begun(LastingRun run, String version, int tasks) {}

    static byte[] of(long run, byte[] content, int from, int to) {
        return ByteBuffer.allocate(Long.BYTES + to - from)
                .putLong(run)
                .put(content, from, to - from)
                .array();
    }

    static byte[] of(long run, Begun begun) {
        byte[] content = WireFormat.CBOR.write(begun);
        return of(run, content, 0, content.length);
    }

    static long runOf(byte[] record) {
        return ByteBuffer.wrap(record).getLong();
    }

    static byte[] contentOf(byte[] record) {
        byte[] content = new byte[record.length - Long.BYTES];
        System.arraycopy(record, Long.BYTES, content, 0, content.length);
        return content;
    }
}
