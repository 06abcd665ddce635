/** The starter in an application with real sockets. */
@NullMarked
package io.fluxlab.spring.served;

import org.jspecify.annotations.NullMarked;
