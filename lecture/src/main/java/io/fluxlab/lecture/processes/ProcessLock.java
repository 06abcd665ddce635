package io.fluxlab.lecture.processes;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A lock that processes share, each through the same file: the lecture's {@code RLock} between processes (lecture:
 * Синхронизация процессов). The thread that holds it may take it again, and gives it back as often. Where its process ends,
 * however that comes about, the operating system gives it back.
 *
 * <p>Thread-safe. A {@link FileLock} belongs to a JVM as a whole, and refuses the JVM's second one instead of waiting, so
 * that threads take turns by a lock of their own. For the same reason a JVM has one object for each file: there, closing any
 * channel of the file gives the file's lock back.
 */
final class ProcessLock implements AutoCloseable {

    private static final Duration LOOKING_EVERY = Duration.ofNanos(500_000);

    private final ReentrantLock threads = new ReentrantLock();
    private final FileChannel channel;

    /** What this process holds of the file; used by the thread that holds {@link #threads}. */
    private @Nullable FileLock held;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock that this file stands for, which is made where it is not there. */
    static ProcessLock on(Path file) throws IOException {
        return new ProcessLock(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    /**
     * Takes the lock, and where somebody else has it, looks again and again whether it is free: the wait that
     * {@link FileChannel} offers has no limit, and an interrupt would close the channel.
     *
     * @return whether this thread has it; false where it did not become free within the limit
     */
    boolean take(Duration limit) throws IOException, InterruptedException {
        long endNanos = System.nanoTime() + limit.toNanos();
        if (!threads.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        boolean taken = false;
        try {
            taken = threads.getHoldCount() > 1 || takeFile(endNanos);
        } finally {
            if (!taken) {
                threads.unlock();
            }
        }
        return taken;
    }

    private boolean takeFile(long endNanos) throws IOException, InterruptedException {
        held = channel.tryLock();
        while (held == null && System.nanoTime() - endNanos < 0) {
            Thread.sleep(LOOKING_EVERY);
            held = channel.tryLock();
        }
        return held != null;
    }

    /** How often this thread has taken it and not given it back. */
    int holds() {
        return threads.getHoldCount();
    }

    /**
     * Gives it back once.
     *
     * @throws IllegalMonitorStateException where this thread does not hold it
     */
    void giveBack() throws IOException {
        try {
            if (held != null && threads.getHoldCount() == 1) {
                held.release();
                held = null;
            }
        } finally {
            threads.unlock();
        }
    }

    /** Gives it back, whoever holds it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
