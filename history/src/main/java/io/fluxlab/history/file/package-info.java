/**
 * Kept runs as files: one that can be kept again anywhere, and those that other tools read.
 */
@NullMarked
package io.fluxlab.history.file;

import org.jspecify.annotations.NullMarked;
