package io.fluxlab.cli.practice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads all that a process says, so that it does not wait, and keeps the beginning. Thread-safe. */
final class FirstWords {

    private static final int KEPT_BYTES = 4096;
    private static final long PATIENCE_MILLIS = 5_000;

    private final byte[] kept = new byte[KEPT_BYTES];
    private final Thread reader;
    private int count;

    private FirstWords(InputStream in) {
        reader = Thread.ofPlatform().daemon().name("fluxlab-practice-errors").unstarted(() -> read(in));
    }

    static FirstWords of(InputStream in) {
        FirstWords words = new FirstWords(in);
        words.reader.start();
        return words;
    }

    private void read(InputStream in) {
        byte[] buffer = new byte[KEPT_BYTES];
        try (in) {
            int read = in.read(buffer);
            while (read >= 0) {
                keep(buffer, read);
                read = in.read(buffer);
            }
        } catch (IOException e) {
            // its process was ended
        }
    }

    private synchronized void keep(byte[] bytes, int length) {
        int taken = Math.min(length, KEPT_BYTES - count);
        System.arraycopy(bytes, 0, kept, count, taken);
        count += taken;
    }

    /** What it said first, once it has ended. */
    String text() throws InterruptedException {
        reader.join(PATIENCE_MILLIS);
        synchronized (this) {
            return new String(kept, 0, count, StandardCharsets.UTF_8).strip();
        }
    }
}
