package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette;
import picocli.CommandLine.Option;

/** How to say it. */
final class OutputOptions {

    @Option(names = "--json", description = "Events as line-delimited JSON, and nothing else on standard output.")
    private boolean json;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description =
                    "Colours: ${COMPLETION-CANDIDATES}. auto: on a terminal, unless NO_COLOR is set; what is typed "
                            + "here goes before NO_COLOR.")
    private When colour = When.auto;

    @Option(names = "--no-color", description = "The same as --color=never.")
    private boolean noColour;

    /** When to use colours. The names are what is typed. */
    enum When {
        auto,
        always,
        never
    }

    boolean json() {
        return json;
    }

    boolean isLive(Console console) {
        return !json && console.isLive();
    }

    /** The palette that is wanted, which the console is told. */
    Palette palette(Console console) {
        boolean coloured = !noColour && (colour == When.always || (colour == When.auto && console.likesColour()));
        return console.paintedWith(coloured ? Palette.COLOURED : Palette.PLAIN);
    }
}
