package io.fluxlab.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Expects that the body is faster than on another lane. Holds where the whole 95 % interval of the speed-up lies at or above
 * the factor, fails where it lies below, and else can not be told.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(FasterThan.All.class)
public @interface FasterThan {

    /** The lane that is to be slower. */
    String lane();

    /** How many times as fast it is to be, at the least. */
    double by() default 1.0;

    /** The lane that is to be faster; without one, the lane that is recommended. */
    String on() default "";

    /** Several of them. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        /** Each one. */
        FasterThan[] value();
    }
}
