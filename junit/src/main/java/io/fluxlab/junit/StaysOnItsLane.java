package io.fluxlab.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Expects that the body does all its work on the lane that it was given, and none on schedulers of its own. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StaysOnItsLane {

    /** The lanes on which it has to stay; without any, all that are compared. */
    String[] on() default {};
}
