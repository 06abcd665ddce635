/**
 * What the lab does that BlockHound takes for blocking and nobody waits for: told to it by a service, where BlockHound
 * is on the class path.
 */
@NullMarked
package io.fluxlab.blocking;

import org.jspecify.annotations.NullMarked;
