package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Gap;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** One reference to a list that never changes, which one thread replaces. Thread-safe. */
final class ReplacingRoster implements Roster {

    private static final List<Integer> FULL = IntStream.range(0, SIZE).boxed().toList();

    private final Gap gap;
    private volatile List<Integer> list = FULL;

    ReplacingRoster(Gap gap) {
        this.gap = gap;
    }

    @Override
    public void forEach(IntConsumer visitor) {
        Roster.visit(list, visitor, gap);
    }

    @Override
    public void removeLast() {
        List<Integer> before = list;
        list = List.copyOf(before.subList(0, before.size() - 1));
    }

    @Override
    public void fill() {
        list = FULL;
    }
}
