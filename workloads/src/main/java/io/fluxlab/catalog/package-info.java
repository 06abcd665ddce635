/** The workloads that come with Fluxlab, each in a file of its own and registered as a service. */
@NullMarked
package io.fluxlab.catalog;

import org.jspecify.annotations.NullMarked;
