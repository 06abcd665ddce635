package io.fluxlab.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Expects that the body never blocks the event loop: in a run on {@code event-loop}, whose thread is looked at once in a
 * millisecond, it is never found waiting. A body that computes there does not block; {@link KeepsLoopFree} finds that.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeverBlocksLoop {}
