package io.fluxlab.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Expects that the body leaves the event loop to others: a bystander that shares the loop is answered in time. Holds where
 * the interval of its p99 over the rounds lies within the bound, fails where it lies above, and else can not be told.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(KeepsLoopFree.All.class)
public @interface KeepsLoopFree {

    /** The longest 99th percentile of the bystander: {@code 10ms}. */
    String p99();

    /** The lane; without one, the lane that is recommended. */
    String on() default "";

    /** Several of them. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        /** Each one. */
        KeepsLoopFree[] value();
    }
}
