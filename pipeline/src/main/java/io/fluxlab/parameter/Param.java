package io.fluxlab.parameter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a record component means and which numbers it takes. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {

    /** What it means, for a person: a phrase without a full stop. */
    String value();

    /** Another component of the record that makes this one needless where it is given; empty where there is none. */
    String unless() default "";

    /** The smallest number allowed; for a list, the fewest elements. */
    long min() default Long.MIN_VALUE;

    /** The largest number allowed; for a list, the most elements; for a text, the most characters. */
    long max() default Long.MAX_VALUE;

    /** The smallest number allowed where it may have a fraction. */
    double least() default Double.NEGATIVE_INFINITY;

    /** The largest number allowed where it may have a fraction. */
    double most() default Double.POSITIVE_INFINITY;
}
