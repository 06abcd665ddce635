/**
 * Which HTTP requests reach the pages and the WebSocket of a server, and how long they may take.
 *
 * <p>An {@link io.fluxlab.server.http.HttpGuard} stands in front of all routes of each connection. It shows the head of
 * every request to an <em>access</em> check, which compares the host that the request names with the
 * {@linkplain io.fluxlab.server.http.AllowedHosts hosts} that a lab may be called by, and the page that it comes from with
 * that host; it never lets a body in; and it ends connections that are slower than their
 * {@linkplain io.fluxlab.server.http.HttpLimits limits}.
 */
@NullMarked
package io.fluxlab.server.http;

import org.jspecify.annotations.NullMarked;
