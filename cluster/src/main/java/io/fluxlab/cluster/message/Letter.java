package io.fluxlab.cluster.message;

import io.fluxlab.wire.WireFormat;
import java.util.Arrays;

/** A message as bytes: its kind, and what that kind carries. Immutable. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, which nobody compares
public record Letter(Kind kind, byte[] content) {

    private static final byte[] NOTHING = {};

    /** A message that carries nothing. */
    public static Letter of(Kind kind) {
        return new Letter(kind, NOTHING);
    }

    /** A message that carries a record. */
    public static Letter of(Kind kind, Record content) {
        return new Letter(kind, WireFormat.CBOR.write(content));
    }

    /** What travels. */
    public byte[] bytes() {
        byte[] bytes = new byte[1 + content.length];
        bytes[0] = kind.code();
        System.arraycopy(content, 0, bytes, 1, content.length);
        return bytes;
    }

    /** What has travelled. */
    public static Letter of(byte[] bytes) {
        return new Letter(Kind.of(bytes[0]), Arrays.copyOfRange(bytes, 1, bytes.length));
    }

    /** The record that it carries. */
    public <T extends Record> T read(Class<T> type) {
        return WireFormat.CBOR.read(content, type);
    }
}
