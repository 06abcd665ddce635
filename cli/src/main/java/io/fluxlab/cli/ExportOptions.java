package io.fluxlab.cli;

import io.fluxlab.cli.export.Export;
import io.fluxlab.cli.export.Export.Format;
import io.fluxlab.cli.input.Mistakes;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which files to write. */
final class ExportOptions {

    @Option(
            names = "--export-json",
            paramLabel = "FILE",
            description = "Write everything known, with the raw figures of every round, as JSON.")
    private @Nullable Path json;

    @Option(names = "--export-csv", paramLabel = "FILE", description = "Write a row for each lane and round as CSV.")
    private @Nullable Path csv;

    @Option(
            names = "--export-markdown",
            paramLabel = "FILE",
            description = "Write the table and the recommendation as Markdown.")
    private @Nullable Path markdown;

    /** The files, all of which can be written. */
    List<Export> checked(Mistakes mistakes) {
        return Stream.of(of(Format.JSON, json), of(Format.CSV, csv), of(Format.MARKDOWN, markdown))
                .filter(Objects::nonNull)
                .map(export -> mistakes.collect(export::checked))
                .flatMap(Optional::stream)
                .toList();
    }

    private static @Nullable Export of(Format format, @Nullable Path file) {
        return file == null ? null : new Export(format, file);
    }
}
