package io.fluxlab.lecture.memory;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.memory.Segment.Cell;
import java.io.IOException;
import java.nio.file.Path;

/** What a child does with a segment. Stateless. */
final class MemoryChild {

    private MemoryChild() {}

    /**
     * That it is done.
     *
     * @param process who did it
     * @param address where that process has the segment
     */
    record Done(long process, String address) {}

    static Done perform(Duty duty) throws IOException, InterruptedException {
        Segment segment = Segment.mapBeside(Path.of(duty.file()), duty.taken());
        switch (duty.deed()) {
            case LECTURE -> changeAll(segment);
            case IN_STEPS -> {
                startTogether(segment, duty);
                for (int i = 0; i < duty.count(); i++) {
                    segment.incrementInSteps(Cell.COUNTER);
                }
            }
            case AT_ONCE -> {
                startTogether(segment, duty);
                for (int i = 0; i < duty.count(); i++) {
                    segment.increment(Cell.COUNTER);
                }
            }
            case UNDER_LOCK -> {
                startTogether(segment, duty);
                for (int i = 0; i < duty.count(); i++) {
                    segment.incrementUnderLock(Cell.COUNTER);
                }
            }
            case HAND_BACK -> handBack(segment, duty.count(), duty.patience());
        }
        return new Done(ProcessHandle.current().pid(), segment.address());
    }

    /** The lecture's f(num, arr). */
    private static void changeAll(Segment segment) {
        segment.setNumber(3.1415927);
        for (int i = 0; i < Segment.INTEGERS; i++) {
            segment.setInteger(i, -segment.integer(i));
        }
    }

    private static void startTogether(Segment segment, Duty duty) throws InterruptedException {
        segment.increment(Cell.READY);
        Spin.until(segment, Cell.READY, duty.processes(), duty.patience());
    }

    private static void handBack(Segment segment, int times, Patience patience) throws InterruptedException {
        for (long ball = 1; ball < 2L * times; ball += 2) {
            Spin.until(segment, Cell.BALL, ball, patience);
            segment.set(Cell.BALL, ball + 1);
        }
    }
}
