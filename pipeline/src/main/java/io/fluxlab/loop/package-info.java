/**
 * The event loop that a run starts on, and the foreign I/O that shares it: {@link io.fluxlab.loop.HomeLoop} is what a
 * Netty event loop is to a reactive service, {@link io.fluxlab.loop.Bystander} what that service's other users are.
 */
@NullMarked
package io.fluxlab.loop;

import org.jspecify.annotations.NullMarked;
