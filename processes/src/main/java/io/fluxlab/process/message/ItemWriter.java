package io.fluxlab.process.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fluxlab.trace.TraceLog;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.rsocket.Payload;
import io.rsocket.util.ByteBufPayload;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes the items of one task as frames. Not thread-safe. */
public final class ItemWriter {

    private static final int FULL_BYTES = 64 * 1024;
    private static final int FULL_ITEMS = 512;
    private static final int USUAL_BYTES = 64;

    private final ByteBufAllocator allocator;
    private @Nullable ByteBuf frame;
    private @Nullable Class<?> type;
    private int count;

    /** A writer of frames that come from this allocator. */
    public ItemWriter(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    /**
     * Adds an item as it is now: later changes of it do not travel. True where the frame is full.
     *
     * @throws UnwritableItemException where its type can't travel; what was added before is kept
     */
    public boolean add(Object item) {
        switch (item) {
            case Integer number -> tag(Tag.INTEGER).writeInt(number);
            case Long number -> tag(Tag.LONG).writeLong(number);
            case Double number -> tag(Tag.DOUBLE).writeDouble(number);
            case Boolean truth -> tag(truth ? Tag.TRUE : Tag.FALSE);
            case String text -> addText(text);
            default -> addValue(item);
        }
        count++;
        return count >= FULL_ITEMS || open().readableBytes() >= FULL_BYTES;
    }

    /** What the task's threads did. */
    public void trace(TraceLog.Kept kept) {
        byte[] bytes = WireFormat.CBOR.write(kept);
        tag(Tag.TRACE).writeInt(bytes.length).writeBytes(bytes);
    }

    /** Ends the task. */
    public void end(long cpuNanos) {
        tag(Tag.END).writeLong(cpuNanos);
    }

    /** Whether anything waits to be taken. */
    public boolean isEmpty() {
        return frame == null;
    }

    /** What was added since the last call. */
    public Payload take() {
        Payload payload = ByteBufPayload.create(open());
        forget();
        return payload;
    }

    /** Drops what was added. */
    public void discard() {
        if (frame != null) {
            frame.release();
            forget();
        }
    }

    private void forget() {
        frame = null;
        type = null;
        count = 0;
    }

    private void addText(String text) {
        ByteBuf to = tag(Tag.STRING);
        to.writeInt(ByteBufUtil.utf8Bytes(text)).writeCharSequence(text, StandardCharsets.UTF_8);
    }

    private void addValue(Object item) {
        Class<?> itemType = ItemTypes.of(item);
        byte[] bytes;
        try {
            bytes = ItemTypes.write(itemType, item);
        } catch (JsonProcessingException e) {
            throw new UnwritableItemException(item, e);
        }
        if (itemType != type) {
            byte[] name = itemType.getName().getBytes(StandardCharsets.UTF_8);
            tag(Tag.TYPE).writeShort(name.length).writeBytes(name);
            type = itemType;
        }
        tag(Tag.VALUE).writeInt(bytes.length).writeBytes(bytes);
    }

    private ByteBuf tag(Tag tag) {
        return open().writeByte(tag.code());
    }

    private ByteBuf open() {
        ByteBuf current = frame;
        if (current == null) {
            current = allocator.buffer(USUAL_BYTES);
            frame = current;
        }
        return current;
    }
}
