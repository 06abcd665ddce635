/** Errors of a lab as problem details (RFC 9457) of the application. */
@NullMarked
package io.fluxlab.spring.web;

import org.jspecify.annotations.NullMarked;
