package io.fluxlab.lecture.memory;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.memory.Segment.Cell;

/**
 * Waits for a value in shared memory, where nobody can wake who waits: looks again at once for a while, then lets others have
 * the CPU between two looks. Stateless.
 */
final class Spin {

    /** Some tens of microseconds. */
    private static final int LOOKS = 500;

    private Spin() {}

    /** Returns once the cell holds at least this; true where it did before others were let have the CPU. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on whom the CPU goes to, only that it may
    static boolean until(Segment segment, Cell cell, long least, Patience patience) throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            if (segment.get(cell) >= least) {
                return true;
            }
            Thread.onSpinWait();
        }
        long end = System.nanoTime() + patience.limit().toNanos();
        while (segment.get(cell) < least) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (System.nanoTime() - end >= 0) {
                throw patience.inVain("%s in shared memory to be %d".formatted(cell, least));
            }
            Thread.yield();
        }
        return false;
    }
}
