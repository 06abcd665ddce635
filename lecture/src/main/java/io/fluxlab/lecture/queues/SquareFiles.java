package io.fluxlab.lecture.queues;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program's {@code infile.txt} and {@code outfile.txt}, in a folder of their own. Thread-safe.
 *
 * @param folder which is gone once this is closed
 */
record SquareFiles(Path folder) implements AutoCloseable {

    /** A new folder with an input file. */
    static SquareFiles with(String infile) throws IOException {
        SquareFiles files = new SquareFiles(Files.createTempDirectory("fluxlab-squares-"));
        Files.writeString(files.in(), infile);
        return files;
    }

    BufferedReader reader() throws IOException {
        return Files.newBufferedReader(in(), UTF_8);
    }

    BufferedWriter writer() throws IOException {
        return Files.newBufferedWriter(out(), UTF_8);
    }

    /** What is in the output file by now. */
    Written written(String stuckIn, int unfinished, String workerError) throws IOException {
        String outfile = Files.exists(out()) ? Files.readString(out(), UTF_8) : "";
        long bytes = Files.exists(out()) ? Files.size(out()) : 0;
        return new Written(outfile, bytes, stuckIn.isEmpty(), stuckIn, unfinished, workerError);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(in());
        Files.deleteIfExists(out());
        Files.deleteIfExists(folder);
    }

    private Path in() {
        return folder.resolve("infile.txt");
    }

    private Path out() {
        return folder.resolve("outfile.txt");
    }
}
