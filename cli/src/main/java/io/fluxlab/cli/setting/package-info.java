/**
 * What {@code fluxlab serve} is told other than by its options: by the environment and by a file, in which settings are
 * called like the options.
 */
@NullMarked
package io.fluxlab.cli.setting;

import org.jspecify.annotations.NullMarked;
