package io.fluxlab.loop;

/**
 * What the lab's threads are called, so that a thread dump tells them from those of the application that the lab lives
 * in: Reactor's own scheduler has a {@code parallel-1} too.
 */
public final class LabThreads {

    private static final String PREFIX = "fluxlab-";

    private LabThreads() {}

    /** The name of a lab's thread, or the first part of it, that does this. */
    public static String name(String work) {
        return PREFIX + work;
    }
}
