package io.fluxlab.scenario.expression;

import java.util.List;
import java.util.stream.Collectors;

/** A text is no expression, or none on the figures that there are. */
public final class WrongExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    WrongExpressionException(List<Fault> faults) {
        super(faults.stream().map(Fault::message).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong, at least one thing. */
    public List<Fault> faults() {
        return faults;
    }
}
