/**
 * What can go wrong, as typed exceptions that travel: each carries a code and, for bad input, the fields it is about,
 * so that the same exception arrives on either side of the wire.
 */
@NullMarked
package io.fluxlab.error;

import org.jspecify.annotations.NullMarked;
