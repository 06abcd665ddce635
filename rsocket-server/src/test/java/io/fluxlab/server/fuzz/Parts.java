package io.fluxlab.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * A fuzzer's bytes, cut: a first byte that says what to do with the rest, then parts with two bytes of length before
 * each, so that a mutation of one leaves the others whole. Lengths that are too large are cut to what is there.
 */
public final class Parts {

    private final int manner;
    private final ByteBuffer bytes;

    private Parts(byte[] script) {
        this.bytes = ByteBuffer.wrap(script);
        this.manner = script.length == 0 ? 0 : Byte.toUnsignedInt(bytes.get());
    }

    public static Parts of(byte[] script) {
        return new Parts(script);
    }

    /** The script of these parts. */
    public static byte[] script(int manner, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(manner);
        for (byte[] part : parts) {
            out.write(part.length >> 8);
            out.write(part.length);
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public int manner() {
        return manner;
    }

    /** Whether there is another part. */
    public boolean hasNext() {
        return bytes.remaining() >= Short.BYTES;
    }

    /** The next part; empty where there is none. */
    public byte[] next() {
        return hasNext() ? take(Math.min(Short.toUnsignedInt(bytes.getShort()), bytes.remaining())) : new byte[0];
    }

    /** All that is left, as it is. */
    public byte[] rest() {
        return take(bytes.remaining());
    }

    private byte[] take(int length) {
        byte[] part = new byte[length];
        bytes.get(part);
        return part;
    }
}
