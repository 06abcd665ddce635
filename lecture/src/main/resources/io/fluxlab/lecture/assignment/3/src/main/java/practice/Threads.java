package practice;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Assignment 3: see README.md. Keep the signatures; everything else is yours. */
public final class Threads {

    private Threads() {}

    /**
     * Starts a thread for each entry, named as its key. Each puts its value into {@code data}, hands "NAME: DATA" to
     * {@code out}, with its own name and what it finds in {@code data}, and then does the work.
     */
    public static Run start(Map<String, String> secrets, PrivateData data, Work work, Consumer<String> out) {
        throw new UnsupportedOperationException("write this");
    }

    /**
     * Does the work once for each text, in the threads of a pool that others use, too: each job puts its text into
     * {@code data} first. Returns when all jobs have ended, whatever became of them; nothing is left in the pool's threads.
     */
    public static void inPool(ExecutorService pool, List<String> secrets, PrivateData data, Work work)
            throws InterruptedException {
        throw new UnsupportedOperationException("write this");
    }
}
