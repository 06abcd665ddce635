package io.fluxlab.scenario.run;

/** A step has more items, tasks or failures than are kept for expectations. */
final class TooMuchToKeepException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooMuchToKeepException(String what, String lane, int most) {
        super(
                "%s on %s are more than %,d, which is as many as are kept for expectations: let the workload count them, or use count"
                        .formatted(what, lane, most));
    }
}
