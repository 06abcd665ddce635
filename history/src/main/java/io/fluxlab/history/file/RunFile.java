package io.fluxlab.history.file;

import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptEventReader;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.Unpooled;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A kept run as one file, {@code .fluxlab}: lines of JSON, compressed (RFC 1952). The first is what is known of the run, each
 * other one an event, in the wire's form. Stateless.
 */
public final class RunFile {

    private static final int LINE_END = '\n';

    private RunFile() {}

    /** Writes a run event by event; the stream is closed with it. Not thread-safe. */
    public static KeptEventSink writer(OutputStream out, KeptRun run) throws IOException {
        OutputStream compressed = new GZIPOutputStream(out);
        compressed.write(WireFormat.JSON.write(run));
        compressed.write(LINE_END);
        return new KeptEventSink() {
            @Override
            public void accept(KeptEvent event) throws IOException {
                compressed.write(WireFormat.JSON.write(event.plain()));
                compressed.write(LINE_END);
            }

            @Override
            public void close() throws IOException {
                compressed.close();
            }
        };
    }

    /**
     * A run that was read.
     *
     * @param events one after the other, as they are read; an {@link UncheckedIOException} where the file ends too early
     */
    public record Opened(KeptRun run, Stream<KeptEvent> events) {}

    /**
     * Reads a run; the stream stays the caller's.
     *
     * @throws IOException where it is none
     */
    public static Opened read(InputStream in) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
        @Nullable String first = lines.readLine();
        try {
            KeptRun run = WireFormat.JSON.read(bytes(first == null ? "" : first), KeptRun.class);
            KeptEventReader reader = new KeptEventReader(WireFormat.JSON);
            Iterator<String> rest = lines.lines().iterator();
            return new Opened(
                    run,
                    Stream.generate(() -> rest)
                            .takeWhile(Iterator::hasNext)
                            .map(Iterator::next)
                            .map(line -> reader.read(Unpooled.wrappedBuffer(bytes(line)))));
        } catch (UncheckedIOException e) {
            throw new IOException("no run of Fluxlab", e);
        }
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
