/**
 * RSocket connections over TCP and WebSocket that one hostile or merely slow client can't turn against the server.
 *
 * <p>A {@link io.fluxlab.server.transport.GuardedTransport} binds sockets and hands each set-up to a factory of
 * responders. Every connection carries three guards:
 *
 * <ul>
 *   <li>the <em>inbound guard</em> reads each frame before RSocket does: it checks the set-up, counts streams, puts
 *       fragments together within bounds, rate-limits what needs no answer, and answers what it refuses with one error
 *       frame that names the limit;
 *   <li>the <em>outbound gauge</em> counts the bytes that the peer has not taken yet, and opens and closes a
 *       <em>gate</em>;
 *   <li>the <em>gate</em> holds back the demand of response streams while too much is pending, so that a peer that stops
 *       reading slows its own streams and nothing else.
 * </ul>
 *
 * <p>Between RSocket and the socket waits an <em>outbox</em>, which puts small frames together.
 *
 * <p>Lease and resumption are refused: the first breaks every client that does not lease, the second keeps memory for
 * peers that are gone.
 */
@NullMarked
package io.fluxlab.server.transport;

import org.jspecify.annotations.NullMarked;
