package io.fluxlab.cluster.message;

import io.fluxlab.process.message.ItemReader;
import io.fluxlab.trace.TraceLog;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Reads what became of a group's tasks. Not thread-safe. */
public final class FrameReader {

    private static final int ALL = -1;
    private static final int OF_AN_END = 3 * Long.BYTES;

    private final byte[] content;
    private final ByteBuf frame;
    private final long run;
    private final long dispatch;

    /** Who hears of it, in the order in which it happened. */
    public interface Listener {

        /** Items of a task, from the one of this number on. */
        void items(int task, long from, ItemReader items);

        /** A task has ended well, after so many items. */
        void ended(int task, long count, long cpuNanos, long wallNanos);

        /** A task has failed. */
        void failed(int task, String code, String message);

        /** What a task's threads did, timed since it began, so long before it was sent. Comes before its end. */
        void traced(int task, long sinceNanos, TraceLog.Kept kept);
    }

    /** A reader of a message of kind {@link Kind#FRAME}. */
    public FrameReader(Letter letter) {
        this.content = letter.content();
        this.frame = Unpooled.wrappedBuffer(content);
        this.run = frame.readLong();
        this.dispatch = frame.readLong();
    }

    /** Whose frame it is. */
    public long run() {
        return run;
    }

    /** Which group's frame it is. */
    public long dispatch() {
        return dispatch;
    }

    /** Whose parts a frame has, in their order. */
    @FunctionalInterface
    public interface PartListener {

        /** A part is of this task, and may be its good end. */
        void part(int task, boolean isEnd);
    }

    /** The frame as it travelled. */
    public byte[] content() {
        return content;
    }

    /** Tells whose parts are in it, and reads no items. */
    public void parts(PartListener listener) {
        while (frame.isReadable()) {
            byte what = frame.readByte();
            int task = frame.readInt();
            skip(what);
            listener.part(task, what == FrameWriter.END);
        }
    }

    private void skip(byte what) {
        switch (what) {
            case FrameWriter.ITEMS -> {
                frame.skipBytes(Long.BYTES);
                frame.skipBytes(frame.readInt());
            }
            case FrameWriter.END -> frame.skipBytes(OF_AN_END);
            case FrameWriter.FAILED -> {
                frame.skipBytes(frame.readInt());
                frame.skipBytes(frame.readInt());
            }
            case FrameWriter.TRACE -> {
                frame.skipBytes(Long.BYTES);
                frame.skipBytes(frame.readInt());
            }
            default -> throw new IllegalStateException("not a part of a frame: " + what);
        }
    }

    /** Tells all that is in it. */
    public void read(ClassLoader types, Listener listener) {
        read(types, ALL, listener);
    }

    /** Tells what is in it of one task. */
    public void read(ClassLoader types, int only, Listener listener) {
        while (frame.isReadable()) {
            byte what = frame.readByte();
            int task = frame.readInt();
            if (only != ALL && only != task) {
                skip(what);
                continue;
            }
            switch (what) {
                case FrameWriter.ITEMS -> {
                    long from = frame.readLong();
                    listener.items(task, from, new ItemReader(frame.readSlice(frame.readInt()), types));
                }
                case FrameWriter.END -> listener.ended(task, frame.readLong(), frame.readLong(), frame.readLong());
                case FrameWriter.FAILED -> listener.failed(task, text(), text());
                case FrameWriter.TRACE -> listener.traced(task, frame.readLong(), marks());
                default -> throw new IllegalStateException("not a part of a frame: " + what);
            }
        }
    }

    private TraceLog.Kept marks() {
        return WireFormat.CBOR.read(new ByteBufInputStream(frame.readSlice(frame.readInt())), TraceLog.Kept.class);
    }

    private String text() {
        return frame.readCharSequence(frame.readInt(), StandardCharsets.UTF_8).toString();
    }
}
