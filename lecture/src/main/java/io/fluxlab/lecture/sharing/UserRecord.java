package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Gap;

/** A user whose names are written and read as a whole. */
interface UserRecord {

    void rename(FullName name);

    FullName name();

    static UserRecord shared(Sharing sharing, FullName name, Gap gap) {
        return switch (sharing) {
            case BROKEN, CONFINED -> new PlainUser(name, gap);
            case IMMUTABLE -> new ReplacingUser(name);
            case SYNCHRONIZED -> new SynchronizedUser(new PlainUser(name, gap));
        };
    }
}
