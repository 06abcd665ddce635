package io.fluxlab.process.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.rsocket.Payload;
import io.rsocket.util.DefaultPayload;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * An object as it was at one moment, on its way to another process, where an equal one is made of it. Immutable; holds
 * nothing that has to be released.
 */
public final class Copy {

    private final byte[] bytes;

    private Copy(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Copies an object as it is now, on this thread: later changes of it do not travel.
     *
     * @param mostBytes how large the copy may be
     * @throws UnwritableItemException where its type can't travel
     * @throws TooLargeException where the copy is larger than that; no more of it than that was kept
     */
    public static Copy of(Object original, int mostBytes) {
        Capped out = new Capped(mostBytes);
        write(original, new DataOutputStream(out));
        if (out.written > mostBytes) {
            throw new TooLargeException(out.written, mostBytes);
        }
        return new Copy(out.kept.toByteArray());
    }

    private static void write(Object original, DataOutputStream out) {
        Class<?> type = ItemTypes.of(original);
        byte[] name = type.getName().getBytes(StandardCharsets.UTF_8);
        try {
            out.writeShort(name.length);
            out.write(name);
            ItemTypes.copy(type, original, out);
        } catch (JsonProcessingException e) {
            throw new UnwritableItemException(original, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing here is outside of memory
        }
    }

    /** What travels. */
    public Payload payload() {
        return DefaultPayload.create(bytes);
    }

    /** How large the copy is. */
    public int size() {
        return bytes.length;
    }

    /** An object that equals the original, from what has travelled, which is released; of this class loader's types. */
    public static Object read(Payload payload, ClassLoader types) {
        try {
            ByteBuf data = payload.sliceData();
            String name = data.readCharSequence(data.readUnsignedShort(), StandardCharsets.UTF_8)
                    .toString();
            return ItemTypes.read(Class.forName(name, true, types), new ByteBufInputStream(data));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a message's class is not here: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("a message can't be read: " + e.getMessage(), e);
        } finally {
            payload.release();
        }
    }

    /** Keeps what may be kept, and counts the rest. */
    private static final class Capped extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final int most;
        private long written;

        Capped(int most) {
            this.most = most;
        }

        @Override
        public void write(int single) {
            if (written < most) {
                kept.write(single);
            }
            written++;
        }

        @Override
        public void write(byte[] source, int from, int length) {
            kept.write(source, from, (int) Math.min(length, Math.max(0, most - written)));
            written += length;
        }
    }
}
