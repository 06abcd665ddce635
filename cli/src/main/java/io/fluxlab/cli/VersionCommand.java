package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fluxlab version}: which Fluxlab this is, and what it is made of. */
@Command(name = "version", description = "Says which version this is, of which commit, and which Java runs it.")
final class VersionCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(
            names = "--dependencies",
            description = "List the libraries that it is made of, each with version and licence.")
    private boolean dependencies;

    VersionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = surroundings.console();
        console.line(new Version().getVersion()[0]);
        if (dependencies) {
            Table table = Table.of(Column.left("library"), Column.left("version"), Column.left("licence"));
            Dependencies.all()
                    .forEach(each -> table.row(Cell.of(each.name()), Cell.of(each.version()), Cell.of(each.licence())));
            table.lines(Palette.PLAIN).forEach(console::line);
        }
        console.flush();
        return ExitStatus.DONE;
    }
}
