package io.fluxlab.cli.export;

import io.fluxlab.cli.figure.Report;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.scenario.report.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a report goes into. Immutable. */
public record Export(Format format, Path file) {

    /** What the file will be. */
    public enum Format {
        /** Everything that is known, raw figures of every round among it. */
        JSON,
        /** The raw figures: a row for each lane and round. */
        CSV,
        /** The table and the recommendation. */
        MARKDOWN
    }

    /**
     * Finds out whether the file can be written, before anything is measured for it.
     *
     * @throws UsageException if not
     */
    public Export checked() {
        check(file);
        return this;
    }

    static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " can't be written: it is a folder");
        } else if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException(file + " can't be written: there is no folder " + folder);
        } else if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new UsageException(file + " can't be written: permission denied");
        }
    }

    /**
     * Writes the file, over what was in it.
     *
     * @throws io.fluxlab.scenario.report.UnwritableFileException where that is not possible, such as on a full disk
     */
    public void write(Report report) {
        try {
            WholeFile.write(file, text(report));
        } catch (IOException e) {
            throw new UncheckedIOException("a report can't be written as " + format, e);
        }
    }

    private String text(Report report) throws IOException {
        return switch (format) {
            case JSON -> JsonText.of(report);
            case CSV -> CsvText.of(report);
            case MARKDOWN -> String.join("\n", report.markdown()) + "\n";
        };
    }
}
