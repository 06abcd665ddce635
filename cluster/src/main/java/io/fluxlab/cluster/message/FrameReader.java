package io.fluxlab.cluster.message;

import io.fluxlab.process.message.ItemReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Reads what became of a group's tasks. Not thread-safe. */
public final class FrameReader {

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
    }

    /** A reader of a message of kind {@link Kind#FRAME}. */
    public FrameReader(Letter letter) {
        this.frame = Unpooled.wrappedBuffer(letter.content());
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

    /** Tells all that is in it. */
    public void read(ClassLoader types, Listener listener) {
        while (frame.isReadable()) {
            byte what = frame.readByte();
            int task = frame.readInt();
            switch (what) {
                case FrameWriter.ITEMS -> {
                    long from = frame.readLong();
                    listener.items(task, from, new ItemReader(frame.readSlice(frame.readInt()), types));
                }
                case FrameWriter.END -> listener.ended(task, frame.readLong(), frame.readLong(), frame.readLong());
                case FrameWriter.FAILED -> listener.failed(task, text(), text());
                default -> throw new IllegalStateException("not a part of a frame: " + what);
            }
        }
    }

    private String text() {
        return frame.readCharSequence(frame.readInt(), StandardCharsets.UTF_8).toString();
    }
}
