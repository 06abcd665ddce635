/**
 * RSocket between two processes of one machine. The parent {@linkplain io.fluxlab.process.socket.Rendezvous listens} on a
 * Unix domain socket where the platform has them, else on loopback, and gives each child it starts an
 * {@link io.fluxlab.process.socket.Invitation}; the child {@linkplain io.fluxlab.process.socket.Dialer dials}, shows the
 * invitation's token and answers requests, and listens nowhere itself. Both secrets of an invitation are good for once.
 */
@NullMarked
package io.fluxlab.process.socket;

import org.jspecify.annotations.NullMarked;
