/** The page that a served lab shows in a browser: its files, and how they are answered. */
@NullMarked
package io.fluxlab.page;

import org.jspecify.annotations.NullMarked;
