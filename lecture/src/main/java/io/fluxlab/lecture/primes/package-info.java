/**
 * The lecture's first exercise (Практика, 1) as it is written: {@link io.fluxlab.lecture.primes.Primes#find find_primes},
 * called three times one after the other, in threads, and in processes.
 */
@NullMarked
package io.fluxlab.lecture.primes;

import org.jspecify.annotations.NullMarked;
