package io.fluxlab.cli.view;

import io.fluxlab.cli.console.Console;
import io.fluxlab.wire.WireFormat;
import java.io.UncheckedIOException;

/** Writes whatever there is as one line of JSON each, in the wire's own form. */
public final class JsonLines implements View<Object> {

    private static final byte[] NEWLINE = {'\n'};

    private final Console console;

    public JsonLines(Console console) {
        this.console = console;
    }

    @Override
    public void accept(Object value) {
        console.write(line(value));
        console.write(NEWLINE);
        console.flush();
    }

    private static byte[] line(Object value) {
        try {
            return WireFormat.JSON.write(value);
        } catch (UncheckedIOException e) {
            return WireFormat.JSON.write(ItemJson.withTexts(value));
        }
    }
}
