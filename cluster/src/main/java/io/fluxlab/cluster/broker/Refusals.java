package io.fluxlab.cluster.broker;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who was not let in, and why: in the log, and counted. Thread-safe. */
public final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Map<Cause, Long> counts = new EnumMap<>(Cause.class);

    /** Why somebody is not let in. */
    public enum Cause {
        /** Another token than the cluster's, or none. */
        OTHER_TOKEN,
        /** Another Fluxlab, or another major version of the JDK. */
        OTHER_VERSION;

        /** As it is called in the log. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Somebody was not let in. */
    public void add(Cause cause, String who, String why) {
        synchronized (this) {
            counts.merge(cause, 1L, Long::sum);
        }
        LOG.warn("{} is refused ({}): {}", who, cause.code(), why);
    }

    /** How many were not let in for this cause. */
    public synchronized long of(Cause cause) {
        return counts.getOrDefault(cause, 0L);
    }
}
