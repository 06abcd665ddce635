package io.fluxlab.cluster.message;

import io.fluxlab.process.message.ItemWriter;
import io.fluxlab.trace.TraceLog;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.rsocket.Payload;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes what becomes of a group's tasks, until somebody takes it: items by task, numbered, and ends. Not thread-safe.
 */
public final class FrameWriter {

    /** Items of a task follow: its index, the number of the first, how many bytes, and these. */
    static final byte ITEMS = 0;

    /** A task has ended well: its index, how many items it had, its CPU time, and how long it took. */
    static final byte END = 1;

    /** A task has failed: its index, and the code and the message of why. */
    static final byte FAILED = 2;

    /** What a task's threads did: its index, how long ago it began, how many bytes, and its marks, timed since then. */
    static final byte TRACE = 3;

    private static final int FULL_BYTES = 256 * 1024;
    private static final int USUAL_BYTES = 256;

    private final long run;
    private final long dispatch;
    private final ItemWriter items = new ItemWriter(UnpooledByteBufAllocator.DEFAULT);
    private final Map<Integer, Long> beginnings = new HashMap<>();
    private ByteBuf frame;
    private int task;
    private long from;
    private boolean empty = true;

    /** A writer of the frames of a group. */
    public FrameWriter(long run, long dispatch) {
        this.run = run;
        this.dispatch = dispatch;
        this.frame = begin();
    }

    private ByteBuf begin() {
        return Unpooled.buffer(USUAL_BYTES).writeLong(run).writeLong(dispatch);
    }

    /**
     * Adds an item as it is now; true where the frame is full.
     *
     * @param number which of its task's items this is
     * @throws io.fluxlab.process.message.UnwritableItemException where its type can't travel
     */
    public boolean item(int ofTask, long number, Object item) {
        if (task != ofTask) {
            closeItems();
        }
        if (items.isEmpty()) {
            task = ofTask;
            from = number;
        }
        boolean full = items.add(item);
        if (full) {
            closeItems();
        }
        return full || frame.readableBytes() >= FULL_BYTES;
    }

    /** Adds the end of a task that has ended well. */
    public void end(int ofTask, long count, long cpuNanos, long wallNanos) {
        closeItems();
        frame.writeByte(END)
                .writeInt(ofTask)
                .writeLong(count)
                .writeLong(cpuNanos)
                .writeLong(wallNanos);
        empty = false;
    }

    /** Adds the failure of a task. */
    public void failed(int ofTask, String code, String message) {
        closeItems();
        frame.writeByte(FAILED).writeInt(ofTask);
        text(code);
        text(message);
        empty = false;
    }

    /** Adds what the threads of a task did, which began at this reading of this JVM's clock. */
    public void trace(int ofTask, long beganNanos, TraceLog.Kept kept) {
        closeItems();
        frame.writeByte(TRACE).writeInt(ofTask);
        beginnings.put(frame.writerIndex(), beganNanos);
        byte[] marks = WireFormat.CBOR.write(kept);
        frame.writeLong(0).writeInt(marks.length).writeBytes(marks);
        empty = false;
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        frame.writeInt(bytes.length).writeBytes(bytes);
    }

    private void closeItems() {
        if (items.isEmpty()) {
            return;
        }
        Payload payload = items.take();
        try {
            ByteBuf data = payload.sliceData();
            frame.writeByte(ITEMS)
                    .writeInt(task)
                    .writeLong(from)
                    .writeInt(data.readableBytes())
                    .writeBytes(data);
            empty = false;
        } finally {
            payload.release();
        }
    }

    /** Whether nothing was added since the last {@link #take}. */
    public boolean isEmpty() {
        return empty && items.isEmpty();
    }

    /** What was added since the last call. */
    public Letter take() {
        closeItems();
        long now = System.nanoTime();
        beginnings.forEach((at, beganNanos) -> frame.setLong(at, now - beganNanos));
        byte[] bytes = ByteBufUtil.getBytes(frame);
        forget();
        return new Letter(Kind.FRAME, bytes);
    }

    /** Drops what was added since the last call of {@link #take}. */
    public void discard() {
        items.discard();
        forget();
    }

    private void forget() {
        frame = begin();
        beginnings.clear();
        empty = true;
    }
}
