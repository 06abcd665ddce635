package io.fluxlab.cli.export;

import io.fluxlab.cli.figure.CapacityReport;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.scenario.report.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A file that the capacities that were found go into. Immutable. */
public record CapacityExport(Format format, Path file) {

    /** What the file will be. */
    public enum Format {
        /** Everything that is known, the curves among it. */
        JSON,
        /** The tables. */
        MARKDOWN,
        /** The curves, as a page. */
        PAGE
    }

    /**
     * Finds out whether the file can be written, before anything is measured for it.
     *
     * @throws UsageException if not
     */
    public CapacityExport checked() {
        Export.check(file);
        return this;
    }

    /**
     * Writes the file, over what was in it.
     *
     * @throws io.fluxlab.scenario.report.UnwritableFileException where that is not possible, such as on a full disk
     */
    public void write(CapacityReport report) {
        try {
            WholeFile.write(file, text(report));
        } catch (IOException e) {
            throw new UncheckedIOException("capacities can't be written as " + format, e);
        }
    }

    private String text(CapacityReport report) throws IOException {
        return switch (format) {
            case JSON -> JsonText.of(report);
            case MARKDOWN -> String.join("\n", report.markdown()) + "\n";
            case PAGE -> report.page().html();
        };
    }
}
