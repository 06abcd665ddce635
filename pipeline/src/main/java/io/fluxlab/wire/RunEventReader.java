package io.fluxlab.wire;

import com.fasterxml.jackson.core.JsonParser;
import io.fluxlab.run.RunEvent;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of one run, each to the record that {@link WireFormat#read} would make of it, in a third of the time:
 * it keeps a parser from one event to the next, as if they were one long document. Not thread-safe; different threads
 * may use it one after the other.
 */
public final class RunEventReader {

    /** A parser remembers all names that it has met; after so many events a new one takes its place. */
    private static final int EVENTS_PER_PARSER = 4096;

    private final WireFormat format;
    private final Source source = new Source();
    private final EventParser events = new EventParser();
    private @Nullable JsonParser kept;
    private int read;
    private int parsers;

    RunEventReader(WireFormat format) {
        this.format = format;
    }

    /**
     * The event that a frame holds. Neither moves the frame's indices nor releases it.
     *
     * @throws UncheckedIOException where it holds none
     */
    public RunEvent read(ByteBuf frame) {
        source.turnTo(frame);
        try {
            RunEvent event = next();
            if (event != null) {
                return event;
            }
        } catch (IOException e) {
            kept = null; // databind says what is wrong, if anything is
        } finally {
            source.turnTo(Unpooled.EMPTY_BUFFER);
        }
        return format.read(new ByteBufInputStream(frame.duplicate()), RunEvent.class);
    }

    /** How many parsers there have been. */
    int parsers() {
        return parsers;
    }

    private @Nullable RunEvent next() throws IOException {
        JsonParser in = kept;
        if (in == null || read == EVENTS_PER_PARSER) {
            in = format.parser(source);
            read = 0;
            parsers++;
        }
        read++;
        RunEvent event = events.next(in);
        boolean isAtEnd = event != null && source.isRead() && in.releaseBuffered(OutputStream.nullOutputStream()) == 0;
        kept = isAtEnd ? in : null;
        return isAtEnd ? event : null;
    }

    /** The bytes of one frame after the other. */
    private static final class Source extends InputStream {

        private ByteBuf frame = Unpooled.EMPTY_BUFFER;
        private int at;
        private int end;

        /** Forgets what is left of the last frame. */
        void turnTo(ByteBuf next) {
            frame = next;
            at = next.readerIndex();
            end = next.writerIndex();
        }

        boolean isRead() {
            return at == end;
        }

        @Override
        public int read() {
            return isRead() ? -1 : frame.getUnsignedByte(at++);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (isRead()) {
                return -1;
            }
            int taken = Math.min(length, end - at);
            frame.getBytes(at, into, offset, taken);
            at += taken;
            return taken;
        }
    }
}
