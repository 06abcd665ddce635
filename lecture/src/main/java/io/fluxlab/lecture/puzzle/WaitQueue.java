package io.fluxlab.lecture.puzzle;

import io.fluxlab.lecture.puzzle.ThreadState.Sleep;
import java.util.ArrayList;
import java.util.List;

/** Those who wait to be notified: first come, first woken, as CPython's {@code Condition} has it. */
final class WaitQueue {

    private WaitQueue() {}

    static PuzzleState add(PuzzleState moment, int thread) {
        List<Integer> all = new ArrayList<>(moment.sleepers());
        all.add(thread);
        return moment.withSleepers(all);
    }

    static PuzzleState wakeFirst(PuzzleState moment) {
        if (moment.sleepers().isEmpty()) {
            return moment;
        }
        int first = moment.sleepers().get(0);
        return moment.with(first, moment.places().get(first).in(Sleep.NOTIFIED))
                .withSleepers(moment.sleepers().subList(1, moment.sleepers().size()));
    }
}
