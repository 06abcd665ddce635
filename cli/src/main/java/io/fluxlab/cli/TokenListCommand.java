package io.fluxlab.cli;

import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.server.identity.Credential;
import io.fluxlab.server.identity.CredentialsFile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fluxlab token list}: who may come in, and nothing secret. */
@Command(name = "list", description = "Lists who may come in, as what and by what.", sortOptions = false)
final class TokenListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final TokenFileOption file = new TokenFileOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    TokenListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private record Line(String name, String role, String by) {

        static Line of(Credential credential) {
            return new Line(
                    credential.principal().name(), credential.principal().role().id(), credential.kind());
        }
    }

    @Override
    public Integer call() {
        List<Line> lines =
                file.with(CredentialsFile::read).lines().stream().map(Line::of).toList();
        if (output.json()) {
            lines.forEach(new JsonLines(surroundings.console())::accept);
        } else {
            Table table = Table.of(Column.left("name"), Column.left("role"), Column.left("by"));
            lines.forEach(line -> table.row(new Cell(Ink.NAME, line.name), Cell.of(line.role), Cell.of(line.by)));
            table.lines(
                            output.palette(surroundings.console()),
                            surroundings.console().listWidth())
                    .forEach(surroundings.console()::line);
        }
        return ExitStatus.DONE;
    }
}
