package io.fluxlab.lab;

import io.fluxlab.claim.Claim;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.RejectedRequestException;
import java.util.List;

/** Why there is no room for what somebody wants, and what would help. */
final class Refusal {

    private Refusal() {}

    /**
     * Of a claim that exceeds a bound.
     *
     * @param taken what others have
     * @param most what all may have
     */
    static RejectedRequestException of(Bound bound, Want want, Claim taken, Claim most) {
        long all = bound.of(taken.plus(want.all()));
        String message = "%s must be at most %d, was %d: %s"
                .formatted(bound.limit(), bound.of(most), all, help(bound, want, bound.of(taken), bound.of(most)));
        return new RejectedRequestException(
                "limit-exceeded", message, List.of(new FieldError(bound.limit(), all, message)));
    }

    private static String help(Bound bound, Want want, long taken, long most) {
        long wanted = bound.of(want.all());
        String lower = "%d asked for, most of it %s".formatted(wanted, largestPart(bound, want));
        return wanted > most ? lower : "%s, or wait for what goes on, which has %d".formatted(lower, taken);
    }

    private static String largestPart(Bound bound, Want want) {
        long tasks = bound.of(want.tasks());
        long lanes = bound.of(want.lanes());
        if (tasks >= lanes && tasks >= bound.of(want.self())) {
            return "by what the workload does with these parameters: lower them, or concurrency";
        }
        return lanes >= bound.of(want.self())
                ? "by so many tasks at once on this lane: lower concurrency, or the lane's settings"
                : "by so many tasks: lower their number, or concurrency";
    }
}
