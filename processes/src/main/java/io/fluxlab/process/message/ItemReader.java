package io.fluxlab.process.message;

import io.fluxlab.trace.TraceLog;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads one frame of items. Not thread-safe. */
public final class ItemReader {

    private final ByteBuf frame;
    private final ClassLoader types;
    private @Nullable Class<?> type;
    private TraceLog.@Nullable Kept trace;
    private boolean ended;
    private long cpuNanos;

    /** A reader that does not release the frame; items have the types of this class loader. */
    public ItemReader(ByteBuf frame, ClassLoader types) {
        this.frame = frame;
        this.types = types;
    }

    /** The next item; null where there are no more. */
    public @Nullable Object next() {
        while (frame.isReadable()) {
            Tag tag = Tag.of(frame.readByte());
            switch (tag) {
                case TYPE -> type = find(text(frame.readUnsignedShort()));
                case END -> {
                    ended = true;
                    cpuNanos = frame.readLong();
                }
                case TRACE ->
                    trace = WireFormat.CBOR.read(
                            new ByteBufInputStream(frame.readSlice(frame.readInt())), TraceLog.Kept.class);
                case INTEGER -> {
                    return frame.readInt();
                }
                case LONG -> {
                    return frame.readLong();
                }
                case DOUBLE -> {
                    return frame.readDouble();
                }
                case STRING -> {
                    return text(frame.readInt());
                }
                case TRUE -> {
                    return true;
                }
                case FALSE -> {
                    return false;
                }
                case VALUE -> {
                    return value(frame.readInt());
                }
            }
        }
        return null;
    }

    /** What the task's threads did, with its last frame; null where nobody asked for it. */
    public TraceLog.@Nullable Kept trace() {
        return trace;
    }

    /** Whether the task has ended with this frame. */
    public boolean hasEnded() {
        return ended;
    }

    /** The CPU time of the task that has ended, -1 where that is not known. */
    public long cpuNanos() {
        return cpuNanos;
    }

    private Object value(int length) {
        try {
            return ItemTypes.read(type == null ? Object.class : type, new ByteBufInputStream(frame.readSlice(length)));
        } catch (IOException e) {
            throw new UncheckedIOException("an item of %s can't be read: %s".formatted(type, e.getMessage()), e);
        }
    }

    private Class<?> find(String name) {
        try {
            return Class.forName(name, true, types);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "the lane process can't take an item of " + name + ": its class must be on the class path, too", e);
        }
    }

    private String text(int length) {
        return frame.readCharSequence(length, StandardCharsets.UTF_8).toString();
    }
}
