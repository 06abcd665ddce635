/**
 * What a served lab counts of itself, by Micrometer, for Prometheus: {@link io.fluxlab.server.metrics.ServerMetrics}. No
 * client can make a label: names that the lab does not know are counted as {@code other}.
 */
@NullMarked
package io.fluxlab.server.metrics;

import org.jspecify.annotations.NullMarked;
