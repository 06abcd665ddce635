package io.fluxlab.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The command's standard input, in UTF-8, line by line. Not thread-safe. */
public final class Input {

    private final BufferedReader reader;

    private Input(InputStream stream) {
        this.reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** The input of this process. */
    public static Input ofProcess() {
        return new Input(System.in);
    }

    /** Input from elsewhere. */
    public static Input of(InputStream stream) {
        return new Input(stream);
    }

    /**
     * Waits for a line.
     *
     * @param end what ends the wait; the line that comes later is lost
     * @return the line; null where there are no more, or where the wait was ended
     */
    public @Nullable String line(CompletableFuture<?> end) {
        CompletableFuture<@Nullable String> line = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("fluxlab-input").start(() -> {
            try {
                line.complete(reader.readLine());
            } catch (IOException e) {
                line.completeExceptionally(new UncheckedIOException("standard input can't be read", e));
            }
        });
        CompletableFuture.anyOf(line, end).join();
        return line.getNow(null);
    }
}
