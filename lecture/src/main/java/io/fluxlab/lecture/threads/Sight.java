package io.fluxlab.lecture.threads;

/**
 * What a body saw, and who had it run.
 *
 * @param way how the body came to its thread
 * @param a its first argument
 * @param b its second argument
 * @param c its third argument
 * @param thread name of the thread it ran on
 * @param starter name of the thread that started that one
 * @param seenBeforeStart whether the body had run when it was made, but not started
 */
record Sight(ThreadCreation way, int a, int b, int c, String thread, String starter, boolean seenBeforeStart) {}
