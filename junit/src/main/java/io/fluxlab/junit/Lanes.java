package io.fluxlab.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The lanes on which the body runs, the first as the one that others are held against unless an expectation names it. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Lanes {

    /** The lanes, as a request names them. */
    String[] value() default {"immediate", "bounded-elastic", "parallel"};
}
