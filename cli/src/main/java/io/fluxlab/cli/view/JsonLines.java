package io.fluxlab.cli.view;

import io.fluxlab.cli.console.Console;
import io.fluxlab.wire.WireFormat;

/** Writes whatever there is as one line of JSON each, in the wire's own form. */
public final class JsonLines implements View<Object> {

    private static final byte[] NEWLINE = {'\n'};

    private final Console console;

    public JsonLines(Console console) {
        this.console = console;
    }

    @Override
    public void accept(Object value) {
        console.write(WireFormat.JSON.write(value));
        console.write(NEWLINE);
        console.flush();
    }
}
