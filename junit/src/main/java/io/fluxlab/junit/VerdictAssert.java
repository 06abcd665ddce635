package io.fluxlab.junit;

import io.fluxlab.junit.expectation.Answer;
import io.fluxlab.junit.expectation.Evidence;
import io.fluxlab.junit.expectation.Expectation;
import io.fluxlab.junit.expectation.FreeLoop;
import io.fluxlab.junit.expectation.Holding;
import io.fluxlab.junit.expectation.OwnLane;
import io.fluxlab.junit.expectation.RecommendedLane;
import io.fluxlab.junit.expectation.Speed;
import io.fluxlab.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions of a verdict. What the verdict can't tell does not fail, unless {@link #failingIfItCantTell()} was called; it
 * goes to {@link #reportingTo}. Not thread-safe.
 *
 * <pre>{@code
 * assertThat(lab.compare(request))
 *         .on("parallel")
 *         .keepsLoopFree(Duration.ofMillis(10))
 *         .isFasterThan("immediate", 1.5);
 * }</pre>
 */
public final class VerdictAssert extends AbstractAssert<VerdictAssert, @Nullable Verdict> {

    private String lane = "";
    private boolean isStrict;
    private Consumer<String> untold = line -> {};

    VerdictAssert(@Nullable Verdict verdict) {
        super(verdict, VerdictAssert.class);
    }

    /** What follows is said of this lane; before, and after {@code on("")}, of the lane that is recommended. */
    public VerdictAssert on(String newLane) {
        lane = newLane;
        return this;
    }

    /** What follows fails also where the verdict can't tell. */
    public VerdictAssert failingIfItCantTell() {
        isStrict = true;
        return this;
    }

    /** What follows says here, in one line each, what the verdict can't tell; {@code reporter::publishEntry} fits. */
    public VerdictAssert reportingTo(Consumer<String> reporter) {
        untold = reporter;
        return this;
    }

    /** The bystander's 99th percentile is at most this. */
    public VerdictAssert keepsLoopFree(Duration p99) {
        return holds(new FreeLoop(lane, p99));
    }

    /** The lane is at least {@code by} times as fast as another. */
    public VerdictAssert isFasterThan(String other, double by) {
        return holds(new Speed(lane, other, by));
    }

    /** The lane is faster than another. */
    public VerdictAssert isFasterThan(String other) {
        return isFasterThan(other, 1);
    }

    /** This lane is recommended. */
    public VerdictAssert recommends(String recommended) {
        return holds(new RecommendedLane(recommended));
    }

    /** No work was done elsewhere than on its lane, as far as the comparison has seen. */
    public VerdictAssert staysOnItsLane() {
        return holds(new OwnLane(lane.isEmpty() ? List.of() : List.of(lane)));
    }

    private VerdictAssert holds(Expectation expectation) {
        isNotNull();
        Verdict verdict = actual;
        if (verdict == null) {
            return this; // for the compiler: isNotNull has thrown
        }
        Answer answer = expectation.of(Evidence.of(verdict));
        if (answer.holding() == Holding.CANT_TELL) {
            untold.accept(answer.line());
        }
        if (answer.holding() == Holding.FAILS || (isStrict && answer.holding() == Holding.CANT_TELL)) {
            throw failure("%s", answer.line());
        }
        return this;
    }
}
