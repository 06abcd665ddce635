package io.fluxlab.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * A test whose method is a body to be run on several lanes: what it returns is subscribed where it is a publisher, waited
 * for where it is a {@link java.util.concurrent.CompletionStage}, and else taken as the result of a call.
 *
 * <p>The method is called many times, on many threads at once, on one instance of its class: fields that it writes must
 * bear that. Everything else is as Jupiter has it: the class's life cycle, extensions, parameters, conditions, tags. The
 * class and the method must not be final, private or static, and the class not an inner one.
 *
 * <p>Without any expectation the test passes where the body fails on no lane.
 */
@Documented
@Testable
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FluxlabTest {

    /** What becomes of the test where an expectation can't be told. */
    CantTell cantTell() default CantTell.PASS;

    /** After which time no new round of the comparison starts: {@code 500ms}, {@code 10s}, {@code 2m}. */
    String maxTime() default "10s";

    /** After which time the test is ended, wherever it is: it fails, and says where the body was. */
    String limit() default "60s";

    /** How many rounds count; 0 is as many as it takes to tell, in {@link #maxTime()}. */
    int rounds() default 0;

    /** How many tasks a run has; 0 is four for each CPU. */
    int tasks() default 0;

    /** How many calls of the body a task makes, one after the other; 0 is as many as take a run some 100 ms. */
    int calls() default 0;
}
