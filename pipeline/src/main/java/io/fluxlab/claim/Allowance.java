package io.fluxlab.claim;

/**
 * What whoever asks for a run may claim, beside what there is. A lab looks for it in the context of whoever subscribes to
 * a run, under this class. It is asked while the lab holds a lock: it must not block. Thread-safe.
 */
@FunctionalInterface
public interface Allowance {

    /** Whatever there is. */
    Allowance ANY = claim -> {};

    /**
     * A run claims so much from now on, in place of what it claimed before.
     *
     * @throws io.fluxlab.error.RejectedRequestException where that is too much; what it claimed before stays
     */
    void take(Claim claim);

    /** Whether a run could claim so much in place of what it claims. */
    default boolean hasRoom(Claim claim) {
        return true;
    }

    /** This and another one: the other one hears of what this one allows. */
    default Allowance and(Allowance other) {
        Allowance first = this;
        return new Allowance() {
            @Override
            public void take(Claim claim) {
                first.take(claim);
                other.take(claim);
            }

            @Override
            public boolean hasRoom(Claim claim) {
                return first.hasRoom(claim) && other.hasRoom(claim);
            }
        };
    }
}
