package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Gap;
import io.fluxlab.lecture.race.Racer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two threads write each its own person's names, a third reads: a torn pair is one person's surname with another's name. */
final class NameTrial implements SharingTrial {

    private static final FullName ONE = new FullName("Kovalevskaya", "Sofya");
    private static final FullName OTHER = new FullName("Chebyshev", "Pafnuty");

    private final UserRecord user;
    private final Racer reader = new Racer("reader", this::read);
    private final Cast cast;
    private long torn;
    private @Nullable String example;

    NameTrial(Sharing sharing) {
        Gap gap = new Gap();
        this.user = UserRecord.shared(sharing, ONE, gap);
        Racer one = new Racer("writer-1", () -> user.rename(ONE));
        Racer other = new Racer("writer-2", () -> user.rename(OTHER));
        this.cast = new Cast(sharing, gap, List.of(one, other, reader));
    }

    @Override
    public Cast cast() {
        return cast;
    }

    @Override
    public long faults() {
        return torn;
    }

    @Override
    public Names finding(int rounds, List<String> touchedBy) {
        return new Names(cast.sharing(), rounds, reader.steps(), torn, example, touchedBy);
    }

    private void read() {
        FullName name = user.name();
        if (!name.equals(ONE) && !name.equals(OTHER)) {
            torn++;
            example = name.toString();
        }
    }

    /**
     * What was read.
     *
     * @param variant how the names were shared
     * @param rounds how many rounds it took
     * @param reads how often the names were read
     * @param torn how often they were of two persons
     * @param example the last pair of that kind, null where there was none
     * @param touchedBy the threads that wrote or read
     */
    record Names(
            Sharing variant,
            int rounds,
            long reads,
            long torn,
            @Nullable String example,
            List<String> touchedBy) {}
}
