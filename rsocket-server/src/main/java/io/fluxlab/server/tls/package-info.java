/**
 * TLS of a server: {@linkplain io.fluxlab.server.tls.TlsSettings which certificate} it shows and whose it asks for, and
 * the context that both ports take for each new connection, made anew when a file changes.
 */
@NullMarked
package io.fluxlab.server.tls;

import org.jspecify.annotations.NullMarked;
