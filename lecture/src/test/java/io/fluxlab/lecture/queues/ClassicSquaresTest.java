package io.fluxlab.lecture.queues;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Held to what the lecture's program has done with the same input, run by CPython 3.11 with its locale in UTF-8. */
class ClassicSquaresTest extends SquaresContract {

    private static final Path OBSERVED = Path.of("src/test/resources/squares");

    ClassicSquaresTest() {
        super("classic");
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("way", "classic", "infile", "1\n2\n", "limitMillis", 3_600_000);
    }

    static Stream<Path> observed() throws IOException {
        try (Stream<Path> folders = Files.list(OBSERVED)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("observed")
    void outfileIsWhatPythonWrites(Path folder) throws IOException {
        Written written = written(folder);

        byte[] expected = Files.readAllBytes(folder.resolve("outfile.txt"));
        assertThat(written.outfile().getBytes(UTF_8)).isEqualTo(expected);
        assertThat(written.bytes()).isEqualTo(expected.length);
    }

    @ParameterizedTest
    @MethodSource("observed")
    void endsOrGetsStuckWherePythonDoes(Path folder) throws IOException {
        List<String> end = end(folder);

        Written written = written(folder);

        assertThat(written.finished()).isEqualTo(end.get(0).equals("finished"));
        assertThat(written.stuckIn()).isEqualTo(written.finished() ? "" : end.get(0));
        assertThat(written.workerError().isEmpty()).isEqualTo(end.size() == 1);
        if (end.size() > 1) {
            assertThat("ValueError: " + end.get(1)).startsWith(written.workerError());
        }
    }

    @RepeatedTest(10)
    void leavesTheSecondLineUndone() {
        Written written = written("1 2\n3 4\n", 300);

        assertThat(written.stuckIn()).isEqualTo("q.join()");
        assertThat(written.unfinished()).isEqualTo(1);
    }

    /** With patience where the program ends, and little where it does not. */
    private Written written(Path folder) throws IOException {
        int limitMillis = end(folder).get(0).equals("finished") ? 20_000 : 300;
        return written(Files.readString(folder.resolve("infile.txt"), UTF_8), limitMillis);
    }

    private static List<String> end(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("end.txt"), UTF_8);
    }
}
