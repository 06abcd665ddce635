/**
 * Who uses a served lab: a {@linkplain io.fluxlab.server.identity.Principal principal} has a
 * {@linkplain io.fluxlab.server.identity.Role role}; a {@linkplain io.fluxlab.server.identity.Caller caller} is a principal
 * at one end of a connection.
 */
@NullMarked
package io.fluxlab.server.identity;

import org.jspecify.annotations.NullMarked;
