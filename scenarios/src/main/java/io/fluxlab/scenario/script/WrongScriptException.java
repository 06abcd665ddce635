package io.fluxlab.scenario.script;

import java.util.List;
import java.util.stream.Collectors;

/** A script can't be run as it is. */
public final class WrongScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    WrongScriptException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Everything that is wrong, in the order of the file. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
