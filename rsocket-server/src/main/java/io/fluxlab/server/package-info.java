/**
 * A lab served over RSocket. {@link io.fluxlab.server.LabServer} is the entrance: it serves any
 * {@link io.fluxlab.lab.Lab} over TCP, WebSocket, or inside this JVM, within
 * {@linkplain io.fluxlab.server.ServerLimits limits}.
 *
 * <p>A <em>responder</em> answers the requests of one connection: it reads the route from the composite metadata, the
 * request from the data, and turns whatever the lab says into frames. <em>Runs</em> counts what goes on in all of them,
 * and ends it when the server stops. The sockets, and what guards them, are the
 * {@linkplain io.fluxlab.server.transport transport}'s.
 */
@NullMarked
package io.fluxlab.server;

import org.jspecify.annotations.NullMarked;
