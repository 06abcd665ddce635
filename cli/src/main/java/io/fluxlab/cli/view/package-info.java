/**
 * Ways to watch what a lab sends: as JSON, as plain lines, or as a display that changes in place. Each is a
 * {@link io.fluxlab.cli.view.View}.
 */
@NullMarked
package io.fluxlab.cli.view;

import org.jspecify.annotations.NullMarked;
