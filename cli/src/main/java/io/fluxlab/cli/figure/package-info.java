/**
 * Verdicts as people read them: {@link io.fluxlab.cli.figure.VerdictTable} has a row for each lane,
 * {@link io.fluxlab.cli.figure.Report} puts machine, table, recommendation and warnings together.
 */
@NullMarked
package io.fluxlab.cli.figure;

import org.jspecify.annotations.NullMarked;
