package io.fluxlab.cli;

import io.fluxlab.cli.export.CapacityExport;
import io.fluxlab.cli.export.CapacityExport.Format;
import io.fluxlab.cli.input.Mistakes;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which files to write of capacities that were found. */
final class CapacityExportOptions {

    @Option(
            names = "--export-json",
            paramLabel = "FILE",
            description = "Write everything known, with the curve of every lane, as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--export-markdown",
            paramLabel = "FILE",
            description = "Write the capacities and the curves as tables in Markdown.")
    private @Nullable Path markdown;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a page with the curves, which needs no network, as HTML.")
    private @Nullable Path page;

    /** The files, all of which can be written. */
    List<CapacityExport> checked(Mistakes mistakes) {
        return Stream.of(of(Format.JSON, json), of(Format.MARKDOWN, markdown), of(Format.PAGE, page))
                .filter(Objects::nonNull)
                .map(export -> mistakes.collect(export::checked))
                .flatMap(Optional::stream)
                .toList();
    }

    private static @Nullable CapacityExport of(Format format, @Nullable Path file) {
        return file == null ? null : new CapacityExport(format, file);
    }
}
