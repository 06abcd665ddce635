package io.fluxlab.server.quota;

import java.time.Duration;
import java.util.Objects;

/**
 * How what a server has is shared among those who use it. Immutable.
 *
 * @param perPrincipal what somebody may take who said who they are
 * @param perAddress what may be taken from one address; of IPv6, from one network of 64 bits
 * @param sharePercent of the slots for runs that are free or its own, how many one party may hold; one connection may hold
 *     half of those that its party may
 * @param waiting runs of all parties that may wait for a slot
 * @param patience how long they may
 */
public record Sharing(Quota perPrincipal, Quota perAddress, int sharePercent, int waiting, Duration patience) {

    private static final Duration LONGEST = Duration.ofHours(1);

    public Sharing {
        Objects.requireNonNull(perPrincipal, "perPrincipal");
        Objects.requireNonNull(perAddress, "perAddress");
        check("sharePercent", sharePercent, 1, 100);
        check("waiting", waiting, 0, 1_000_000);
        if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "patience must be between nothing and %s, was %s".formatted(LONGEST, patience));
        }
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s must be between %d and %d, was %d".formatted(name, least, most, value));
        }
    }

    /** Everything for everybody. */
    public static Sharing free() {
        return new Sharing(Quota.NONE, Quota.NONE, 100, 0, Duration.ZERO);
    }

    /** Three quarters of the slots, child processes and CPU time for one party; 64 runs wait for up to five seconds. */
    public static Sharing defaults() {
        int cpus = Runtime.getRuntime().availableProcessors();
        Duration cpu = Duration.ofMinutes(45).multipliedBy(cpus);
        Quota quota = new Quota(1024, Integer.MAX_VALUE, Math.max(12, cpus + cpus / 2), cpu);
        return new Sharing(quota, quota, 75, 64, Duration.ofSeconds(5));
    }

    /** This with other quotas. */
    public Sharing withQuotas(Quota newPerPrincipal, Quota newPerAddress) {
        return new Sharing(newPerPrincipal, newPerAddress, sharePercent, waiting, patience);
    }

    /** This with another share of one party. */
    public Sharing withSharePercent(int percent) {
        return new Sharing(perPrincipal, perAddress, percent, waiting, patience);
    }

    /** This with another queue. */
    public Sharing withWaiting(int newWaiting, Duration newPatience) {
        return new Sharing(perPrincipal, perAddress, sharePercent, newWaiting, newPatience);
    }
}
