package io.fluxlab.cli.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows what has taken the terminal, so that it is given back where the JVM ends meanwhile. Thread-safe. */
public final class TerminalRescue {

    private static final Set<Runnable> TAKEN = ConcurrentHashMap.newKeySet();

    private TerminalRescue() {}

    /** The terminal was taken: this gives it back. */
    static void taken(Runnable giveBack) {
        TAKEN.add(giveBack);
    }

    /** Whoever took the terminal is about to give it back. */
    static void released(Runnable giveBack) {
        TAKEN.remove(giveBack);
    }

    /** Gives the terminal back, if something has it; for the end of the JVM. */
    public static synchronized void giveBack() {
        TAKEN.forEach(each -> {
            if (TAKEN.remove(each)) {
                each.run();
            }
        });
    }
}
