package io.fluxlab.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Standard output could not be written although somebody wants it: the disk is full, for instance. */
public final class LostOutputException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    LostOutputException(IOException cause) {
        super("standard output can't be written: " + cause.getMessage(), cause);
    }
}
