package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Gap;

/** A counter. */
interface Counter {

    void increment();

    long value();

    static Counter shared(Sharing sharing, Gap gap) {
        return switch (sharing) {
            case BROKEN, CONFINED -> new PlainCounter(gap);
            case IMMUTABLE -> new ReplacingCounter(gap);
            case SYNCHRONIZED -> new SynchronizedCounter(new PlainCounter(gap));
        };
    }
}
