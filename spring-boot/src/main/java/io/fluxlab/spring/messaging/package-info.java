/** The lab's routes in the application's own RSocket server. */
@NullMarked
package io.fluxlab.spring.messaging;

import org.jspecify.annotations.NullMarked;
