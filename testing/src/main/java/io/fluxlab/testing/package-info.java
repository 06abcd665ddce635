/**
 * What every module's tests share. The jar on the test class path is enough: it sets how long tests last and wait, and lets a
 * Netty buffer that is not released fail the test class that lost it. JVMs that tests start begin with an archive of classes.
 */
@NullMarked
package io.fluxlab.testing;

import org.jspecify.annotations.NullMarked;
