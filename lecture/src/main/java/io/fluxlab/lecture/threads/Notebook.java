package io.fluxlab.lecture.threads;

import io.fluxlab.lecture.threads.FirstThreadWorkload.Parameters;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The lecture's {@code f(a, b, c)}: notes what it was given and where it runs, then works a while. Thread-safe. */
final class Notebook {

    private final ThreadCreation way;
    private final int workMillis;
    private final String starter = Thread.currentThread().getName();
    private volatile boolean seenBeforeStart;
    private volatile @Nullable Sight sight;

    /** Made on the thread that will start the body's. */
    Notebook(ThreadCreation way, Parameters parameters) {
        this.way = way;
        this.workMillis = parameters.workMillis();
    }

    /** The body as a {@link Runnable}'s. It ends early where its thread is interrupted. */
    void note(int a, int b, int c) {
        sight = new Sight(way, a, b, c, Thread.currentThread().getName(), starter, seenBeforeStart);
        try {
            Thread.sleep(workMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The body as Reactor takes it. */
    Callable<Sight> noting(int a, int b, int c) {
        return () -> {
            note(a, b, c);
            return read();
        };
    }

    /** Everything is made, and nothing started. */
    void lookBeforeStart() {
        seenBeforeStart = sight != null;
    }

    /** What the body noted. */
    Sight read() {
        Sight seen = sight;
        if (seen == null) {
            throw new IllegalStateException("the body of " + way.label() + " did not run");
        }
        return seen;
    }
}
