/**
 * Canaries: small observers, each beside one thing that a lane's tasks share with others ({@link
 * io.fluxlab.canary.SharedResource}), each with a latency of its own that counts from the time it was due. The bystander of
 * {@link io.fluxlab.loop} is the one on the home loop. A lane says what its tasks share, and only that is watched; a new kind
 * of canary is a new resource.
 */
@NullMarked
package io.fluxlab.canary;

import org.jspecify.annotations.NullMarked;
