package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.wire.WireFormat;

/** Writes whatever there is as one line of JSON each, in the wire's own form. */
final class JsonLines {

    private static final byte[] NEWLINE = {'\n'};

    private final Console console;

    JsonLines(Console console) {
        this.console = console;
    }

    void write(Object value) {
        console.write(WireFormat.JSON.write(value));
        console.write(NEWLINE);
        console.flush();
    }
}
