/** What the application's lab has and does, as an endpoint of Actuator. */
@NullMarked
package io.fluxlab.spring.actuate;

import org.jspecify.annotations.NullMarked;
