/**
 * Pages that tell whoever runs a server how it fares: whether it {@linkplain io.fluxlab.server.status.StatusPages lives, and
 * takes requests}, and its figures. They are for those whom a {@linkplain io.fluxlab.server.status.StatusAccess check}
 * lets in.
 */
@NullMarked
package io.fluxlab.server.status;

import org.jspecify.annotations.NullMarked;
