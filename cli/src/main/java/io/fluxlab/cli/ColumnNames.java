package io.fluxlab.cli;

import io.fluxlab.cli.figure.LaneFigure;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.parameter.Names;

/** The columns of {@code fluxlab compare} by their names. Stateless. */
final class ColumnNames {

    private ColumnNames() {}

    /** The figure that a column shows. */
    static LaneFigure figure(String name) {
        return LaneFigure.find(name)
                .orElseThrow(() ->
                        new UsageException("--columns: no such column " + name + Names.hint(name, LaneFigure.ids())));
    }
}
