/**
 * What runs take of the machine: a {@link io.fluxlab.claim.Claim} says how much, a {@link io.fluxlab.claim.Lease} for how
 * long, and {@link io.fluxlab.claim.Machine} how much there is.
 */
@NullMarked
package io.fluxlab.claim;

import org.jspecify.annotations.NullMarked;
