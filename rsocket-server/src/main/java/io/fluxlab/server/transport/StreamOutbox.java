package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.Arrays;
import java.util.List;

/** Frames one after the other, each with its length before it, in chunks that pay no heed to where a frame ends. */
final class StreamOutbox extends Outbox {

    /** So much is written as one buffer at the most: the peer's progress shows in steps of this. */
    private static final int CHUNK_BYTES = 16 * 1024;

    private static final int FIRST_BYTES = 256;

    private byte[] chunk = new byte[FIRST_BYTES];
    private int used;

    StreamOutbox(Channel channel) {
        super(channel);
    }

    @Override
    int bytes(ByteBuf frame) {
        return FrameSplitter.LENGTH_BYTES + frame.readableBytes();
    }

    @Override
    void append(ByteBuf frame, Channel to, List<Object> complete) {
        int length = frame.readableBytes();
        reserve(FrameSplitter.LENGTH_BYTES, length, to, complete);
        chunk[used++] = (byte) (length >> 16);
        chunk[used++] = (byte) (length >> 8);
        chunk[used++] = (byte) length;
        int at = frame.readerIndex();
        int end = at + length;
        while (at < end) {
            reserve(1, end - at, to, complete);
            int taken = Math.min(end - at, chunk.length - used);
            frame.getBytes(at, chunk, used, taken);
            used += taken;
            at += taken;
        }
    }

    /** Makes room for at least so much, and for more if a chunk can hold it. */
    private void reserve(int least, int more, Channel to, List<Object> complete) {
        if (used + least > CHUNK_BYTES) {
            seal(to, complete);
        }
        int wanted = Math.min(CHUNK_BYTES, used + least + more);
        if (wanted > chunk.length) {
            chunk = Arrays.copyOf(chunk, Math.min(CHUNK_BYTES, Math.max(2 * chunk.length, wanted)));
        }
    }

    @Override
    void seal(Channel to, List<Object> complete) {
        if (used > 0) {
            complete.add(to.alloc().directBuffer(used).writeBytes(chunk, 0, used));
            used = 0;
        }
    }
}
