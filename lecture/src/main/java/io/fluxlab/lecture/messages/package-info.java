/**
 * What two processes say to each other: a {@linkplain io.fluxlab.lecture.messages.ProcessQueue queue} that one end of puts
 * into and the other gets from, and a pipe, whose two ends both send and receive. Both carry copies.
 */
@NullMarked
package io.fluxlab.lecture.messages;

import org.jspecify.annotations.NullMarked;
