package io.fluxlab.cli.input;

import java.util.List;

/** What was typed can't be meant: every mistake, one line each. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    public UsageException(List<String> mistakes) {
        super(String.join("; ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    public UsageException(String mistake) {
        this(List.of(mistake));
    }

    /** One line each. */
    public List<String> mistakes() {
        return mistakes;
    }
}
