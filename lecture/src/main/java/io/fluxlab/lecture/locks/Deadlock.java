package io.fluxlab.lecture.locks;

import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Threads that wait for each other in a circle, or one that waits for itself: none of them can go on. Immutable.
 *
 * @param circle the threads' names; each waits for what the next one holds, the last for what the first one does
 * @param waitsFor the class of what the first one waits for
 */
record Deadlock(List<String> circle, String waitsFor) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * The deadlock that a platform thread is in, if it is in one. {@link ThreadMXBean#findDeadlockedThreads()} leaves out
     * threads that wait for themselves; so this follows from each thread to the owner of what it waits for. The answer can
     * be trusted where it is the same twice: a thread that goes on meanwhile waits no more.
     */
    static Optional<Deadlock> of(Thread thread) {
        List<String> circle = new ArrayList<>();
        Optional<ThreadInfo> first = waiting(thread.threadId());
        Optional<ThreadInfo> next = first;
        while (next.isPresent() && !circle.contains(next.get().getThreadName())) {
            circle.add(next.get().getThreadName());
            long owner = next.get().getLockOwnerId();
            if (owner == thread.threadId()) {
                String waitsFor = first.orElseThrow().getLockInfo().getClassName();
                return Optional.of(new Deadlock(List.copyOf(circle), waitsFor));
            }
            next = waiting(owner);
        }
        return Optional.empty();
    }

    /** Whether the JVM's own search finds this thread. */
    static boolean isFoundByJvm(Thread thread) {
        long[] found = THREADS.findDeadlockedThreads();
        for (int i = 0; found != null && i < found.length; i++) {
            if (found[i] == thread.threadId()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<ThreadInfo> waiting(long thread) {
        return Optional.ofNullable(thread < 0 ? null : THREADS.getThreadInfo(thread))
                .filter(info -> info.getThreadState() == State.WAITING || info.getThreadState() == State.BLOCKED)
                .filter(info -> info.getLockOwnerId() >= 0);
    }
}
