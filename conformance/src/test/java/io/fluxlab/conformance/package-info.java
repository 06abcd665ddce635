/** Tests that others wrote, run against the lab: what Reactive Streams and RSocket ask of everyone. */
@NullMarked
package io.fluxlab.conformance;

import org.jspecify.annotations.NullMarked;
