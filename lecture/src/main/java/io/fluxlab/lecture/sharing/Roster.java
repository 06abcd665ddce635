package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** A list that one removes from, and fills again, while others go through it. */
interface Roster {

    /** How many are on the list when it is full. */
    int SIZE = 16;

    /** Who is in the middle of a full one: all are on the list by their numbers. */
    int MIDDLE = SIZE / 2;

    /** Goes through the list once. */
    void forEach(IntConsumer visitor);

    /** Removes the last one. */
    void removeLast();

    /** Puts so many on the list again. */
    void fill();

    /** Goes through a list, with the gap behind the one in the middle. */
    static void visit(List<Integer> list, IntConsumer visitor, Gap gap) {
        for (int each : list) {
            visitor.accept(each);
            if (each == MIDDLE) {
                gap.pass();
            }
        }
    }

    static Roster shared(Sharing sharing, Gap gap) {
        return switch (sharing) {
            case BROKEN, CONFINED -> new PlainRoster(new ArrayList<>(SIZE), gap);
            case IMMUTABLE -> new ReplacingRoster(gap);
            case SYNCHRONIZED -> new SynchronizedRoster(new PlainRoster(new ArrayList<>(SIZE), gap));
        };
    }
}
