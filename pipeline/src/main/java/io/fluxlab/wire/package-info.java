/**
 * What client and server must agree on: the routes, the two data formats, and how errors look. No network here: these
 * are names and conversions between bytes and the records of the other packages.
 */
@NullMarked
package io.fluxlab.wire;

import org.jspecify.annotations.NullMarked;
