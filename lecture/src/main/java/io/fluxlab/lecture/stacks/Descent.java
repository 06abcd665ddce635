package io.fluxlab.lecture.stacks;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;

/**
 * A thread that calls itself, waits at its deepest, counts, and comes back. Confined to its thread, until that has ended; {@link
 * #frames} may be asked by any.
 */
final class Descent implements DemonstrationThreads.Job {

    private static final String METHOD = "down";

    private final int depth;
    private final long steps;
    private final Collection<String> heap;
    private final CountDownLatch arrived;
    private final CountDownLatch leave;
    private int locals;
    private long counted;

    Descent(int depth, long steps, Collection<String> heap, CountDownLatch arrived, CountDownLatch leave) {
        this.depth = depth;
        this.steps = steps;
        this.heap = heap;
        this.arrived = arrived;
        this.leave = leave;
    }

    @Override
    public void run() throws InterruptedException {
        down(depth);
    }

    /** The parameter is a local variable of each frame, and is looked at again on the way back. */
    private void down(int left) throws InterruptedException {
        int own = left;
        if (left > 0) {
            down(left - 1);
        } else {
            heap.add(Thread.currentThread().getName());
            arrived.countDown();
            leave.await();
            counted = count();
        }
        locals += own == left && own == locals ? 1 : 0;
    }

    private long count() throws InterruptedException {
        long count = 0;
        while (count < steps) {
            count++;
            if ((count & 0xFFFFF) == 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return count;
    }

    /** How many frames of the method that calls itself are on the stack of its thread now. */
    static int frames(Thread thread) {
        int frames = 0;
        for (StackTraceElement frame : thread.getStackTrace()) {
            frames += frame.getMethodName().equals(METHOD) ? 1 : 0;
        }
        return frames;
    }

    /** What was seen of it, once it has ended. */
    Stack seen(String thread, int frames) {
        return new Stack(thread, depth, frames, locals, steps, counted, System.identityHashCode(heap), heap.size());
    }
}
