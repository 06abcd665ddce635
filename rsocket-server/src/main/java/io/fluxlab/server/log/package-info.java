/**
 * What a served lab writes to the log of the program that it is in, by SLF4J:
 * {@linkplain io.fluxlab.server.log.RefusalLog one line for what is refused}, at a bounded
 * {@linkplain io.fluxlab.server.log.LineRate rate}, in which nothing that a client sent
 * {@linkplain io.fluxlab.server.log.LogText looks like a line of its own}; and, to a file of its own, an
 * {@linkplain io.fluxlab.server.log.AuditLog audit log} of every request.
 */
@NullMarked
package io.fluxlab.server.log;

import org.jspecify.annotations.NullMarked;
