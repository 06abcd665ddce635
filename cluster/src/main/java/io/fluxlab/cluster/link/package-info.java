/**
 * How one gets to a broker: its address, its queues, and one connection to it.
 */
@NullMarked
package io.fluxlab.cluster.link;

import org.jspecify.annotations.NullMarked;
