/**
 * What of a lab is offered to those who come: {@link io.fluxlab.server.offer.Offer} says which workloads and lanes, by
 * name. What is not offered is neither listed nor run.
 */
@NullMarked
package io.fluxlab.server.offer;

import org.jspecify.annotations.NullMarked;
