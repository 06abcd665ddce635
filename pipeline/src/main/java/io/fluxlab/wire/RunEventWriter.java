package io.fluxlab.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.fluxlab.run.RunEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of one run, each to the bytes that {@link WireFormat#write} would make of it, in a third of the time:
 * it keeps a generator from one event to the next. Not thread-safe; different threads may use it one after the other.
 */
public final class RunEventWriter {

    /** What a generator has written is forgotten together with its memory when it was more than this. */
    private static final int KEPT_BYTES = 64 * 1024;

    private final WireFormat format;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable JsonGenerator kept;

    RunEventWriter(WireFormat format) {
        this.format = format;
    }

    /**
     * The event as bytes.
     *
     * @throws UncheckedIOException where an item in it can't be written
     */
    public byte[] write(RunEvent event) {
        JsonGenerator out = kept;
        kept = null; // where this fails there may be half an event in it
        try {
            if (out == null) {
                bytes = new ByteArrayOutputStream();
                out = format.generator(bytes);
            }
            if (!EventPrinter.print(event, out)) {
                kept = out;
                return format.write(event);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("can't be written as " + format.mimeType() + ": " + event, e);
        }
        byte[] written = bytes.toByteArray();
        bytes.reset();
        kept = written.length > KEPT_BYTES ? null : out;
        return written;
    }
}
