package io.fluxlab.cluster.broker;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who was not let in, and why: all are counted, and some lines a second of each cause are in the log. Thread-safe. */
public final class Refusals {

    /** How many lines a second each cause has in the log. */
    static final int LINES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Map<Cause, Tally> tallies = new EnumMap<>(Cause.class);
    private final LongSupplier nanos;
    private final Consumer<String> log;

    /** Why somebody is not let in. */
    public enum Cause {
        /** Another token than the cluster's, or none. */
        OTHER_TOKEN,
        /** Another Fluxlab, or another major version of the JDK. */
        OTHER_VERSION,
        /** Nothing that shows a token within the time that newcomers have. */
        NO_TOKEN,
        /** More bytes than it may send. */
        TOO_LARGE,
        /** More connections than there may be, with a token or without. */
        TOO_MANY,
        /** A TLS handshake that failed. */
        HANDSHAKE,
        /** Something else than workers send. */
        OTHER_PROTOCOL;

        /** As it is called in the log and in figures. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Nobody was refused yet. */
    public Refusals() {
        this(System::nanoTime, LOG::warn);
    }

    Refusals(LongSupplier nanos, Consumer<String> log) {
        this.nanos = nanos;
        this.log = log;
        for (Cause cause : Cause.values()) {
            tallies.put(cause, new Tally());
        }
    }

    /** What there was of one cause. Guarded by the refusals. */
    private static final class Tally {

        private long count;
        private long since;
        private int lines;
        private long leftOut;

        /** One more: how many had no line since the last that had one, or -1 where this one has none. */
        private long add(long now) {
            if (lines == 0 || now - since >= SECOND) {
                since = now;
                lines = 0;
            }
            count++;
            if (lines == LINES) {
                leftOut++;
                return -1;
            }
            lines++;
            long silent = leftOut;
            leftOut = 0;
            return silent;
        }
    }

    /** Somebody was not let in. */
    public void add(Cause cause, String who, String why) {
        long silent;
        synchronized (this) {
            silent = tally(cause).add(nanos.getAsLong());
        }
        if (silent >= 0) {
            String others = silent == 0 ? "" : "; so were %d more before it".formatted(silent);
            log.accept("%s is refused (%s): %s%s".formatted(who, cause.code(), why, others));
        }
    }

    /** How many were not let in for this cause. */
    public synchronized long of(Cause cause) {
        return tally(cause).count;
    }

    private Tally tally(Cause cause) {
        return Objects.requireNonNull(tallies.get(cause), "every cause is counted");
    }
}
