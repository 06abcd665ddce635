/** Files that a server reads when it starts and again whenever they change, without stopping. */
@NullMarked
package io.fluxlab.server.reload;

import org.jspecify.annotations.NullMarked;
