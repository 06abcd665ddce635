/**
 * What a served lab has, shared among those who use it. A {@linkplain io.fluxlab.server.quota.Quota quota} bounds what one
 * principal, or everybody at one address, may take; {@linkplain io.fluxlab.server.quota.Turns turns} are taken where more
 * is wanted than there is, so that nobody keeps the others out, whoever came first.
 *
 * <p>A <em>party</em> is who shares: a principal, or an address where nobody is asked who they are. A <em>slot</em> is
 * what a run occupies while it goes on.
 */
@NullMarked
package io.fluxlab.server.quota;

import org.jspecify.annotations.NullMarked;
