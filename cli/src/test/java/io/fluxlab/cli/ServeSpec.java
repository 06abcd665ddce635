package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Input;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code fluxlab serve} can be told. */
public final class ServeSpec {

    private ServeSpec() {}

    public static CommandSpec of() {
        Console console = Console.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Map.of());
        return CommandSpec.forAnnotatedObject(new ServeCommand(
                new Surroundings(console, Input.of(InputStream.nullInputStream()), new Interrupt(), new LabSource())));
    }
}
