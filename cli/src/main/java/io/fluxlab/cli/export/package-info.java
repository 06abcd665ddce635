/** Comparisons as files: {@link io.fluxlab.cli.export.Export} writes a report as JSON, CSV or Markdown. */
@NullMarked
package io.fluxlab.cli.export;

import org.jspecify.annotations.NullMarked;
