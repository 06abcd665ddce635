package io.fluxlab.catalog.primes;

/**
 * Walks over the primes of a range in ascending order, searching only as far as it is asked to; not thread-safe.
 *
 * <p>A cursor holds nothing that has to be released: whoever has seen enough drops it.
 */
public interface PrimeCursor {

    /**
     * Moves to the next prime.
     *
     * @return false once there are no more primes in the range
     */
    boolean advance();

    /** The prime that the last successful {@link #advance()} moved to. */
    long current();
}
