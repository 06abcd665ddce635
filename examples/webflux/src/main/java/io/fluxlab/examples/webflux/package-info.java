/** A service of its own: orders are priced, and a lab in the same process says where pricing belongs. */
@NullMarked
package io.fluxlab.examples.webflux;

import org.jspecify.annotations.NullMarked;
