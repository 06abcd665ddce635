package io.fluxlab.lecture.puzzle;

import io.fluxlab.lecture.puzzle.Place.Sleep;
import java.util.ArrayList;
import java.util.List;

/** Those who wait to be notified: first come, first woken, as CPython's {@code Condition} has it. */
final class Sleepers {

    private Sleepers() {}

    static Moment add(Moment moment, int thread) {
        List<Integer> all = new ArrayList<>(moment.sleepers());
        all.add(thread);
        return moment.withSleepers(all);
    }

    static Moment wakeFirst(Moment moment) {
        if (moment.sleepers().isEmpty()) {
            return moment;
        }
        int first = moment.sleepers().get(0);
        return moment.with(first, moment.places().get(first).in(Sleep.NOTIFIED))
                .withSleepers(moment.sleepers().subList(1, moment.sleepers().size()));
    }
}
