package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Gap;
import java.util.List;
import java.util.function.IntConsumer;

/** The list as it is. Not thread-safe, which is the point. */
record PlainRoster(List<Integer> list, Gap gap) implements Roster {

    PlainRoster {
        for (int i = 0; i < SIZE; i++) {
            list.add(i);
        }
    }

    // tag::forEach[]
    @Override
    public void forEach(IntConsumer visitor) {
        Roster.visit(list, visitor, gap);
    }
    // end::forEach[]

    @Override
    public void removeLast() {
        list.removeLast();
    }

    @Override
    public void fill() {
        while (list.size() < SIZE) {
            list.add(list.size());
        }
    }
}
