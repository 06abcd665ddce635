/**
 * Scenarios as pages to hand in or to keep: a {@link io.fluxlab.scenario.report.ScenarioReport} collects what happened, a
 * {@link io.fluxlab.scenario.report.ReportFolder} writes one self-contained HTML page for each, with its plots as inline
 * SVG, and an index.
 */
@NullMarked
package io.fluxlab.scenario.report;

import org.jspecify.annotations.NullMarked;
