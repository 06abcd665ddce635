package io.fluxlab.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Nobody reads standard output any more: {@code | head} has seen enough. */
public final class BrokenPipeException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    BrokenPipeException(IOException cause) {
        super(cause);
    }
}
