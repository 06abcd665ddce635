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

    @Override
    public void forEach(IntConsumer visitor) {
        for (int each : list) {
            visitor.accept(each);
            gap.pass();
        }
    }

    @Override
    public void removeLast() {
        list.remove(list.size() - 1);
    }

    @Override
    public void fill() {
        while (list.size() < SIZE) {
            list.add(list.size());
        }
    }
}
