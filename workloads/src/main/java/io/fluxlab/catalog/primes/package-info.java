/**
 * The primes of a range, found in two ways.
 *
 * <p>A {@link io.fluxlab.catalog.primes.PrimeSource} is a method applied to a {@link io.fluxlab.catalog.primes.PrimeRange}.
 * It counts the primes, or hands them out one by one through a {@link io.fluxlab.catalog.primes.PrimeCursor}; both ways
 * report to a checkpoint, which serves progress and cancellation. {@link io.fluxlab.catalog.primes.TrialDivision} is the
 * slow method that the lecture uses, {@link io.fluxlab.catalog.primes.SegmentedSieve} the fast one in constant memory.
 */
@NullMarked
package io.fluxlab.catalog.primes;

import org.jspecify.annotations.NullMarked;
