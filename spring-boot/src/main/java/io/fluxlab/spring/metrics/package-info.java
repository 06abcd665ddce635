/** Runs, comparisons and bystanders as Micrometer's meters. */
@NullMarked
package io.fluxlab.spring.metrics;

import org.jspecify.annotations.NullMarked;
