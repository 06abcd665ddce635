package io.fluxlab.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private static final List<String> KNOWN =
            List.of("to", "from", "tasks", "minMillis", "maxMillis", "bounded-elastic", "event-loop");

    @ParameterizedTest
    @CsvSource({
        "too, to",
        "form, from",
        "TASKS, tasks",
        "task, tasks",
        "minmillis, minMillis",
        "boundedElastic, bounded-elastic",
        "bounded_elastic, bounded-elastic",
        "eventloop, event-loop",
    })
    void findsWhatWasMeant(String given, String meant) {
        assertThat(Names.nearest(given, KNOWN)).contains(meant);
        assertThat(Names.hint(given, KNOWN)).isEqualTo("; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @CsvSource({"xyzzy", "parallelism", "''"})
    void findsNothingInWhatIsFar(String given) {
        assertThat(Names.nearest(given, KNOWN)).isEmpty();
        assertThat(Names.hint(given, List.of("seed", "tasks"))).isEqualTo("; known are seed, tasks");
    }

    @Test
    void aNameIsNeverRewrittenWhole() {
        assertThat(Names.nearest("xy", List.of("to", "n"))).isEmpty();
    }

    @Test
    void saysWhereNothingIsTaken() {
        assertThat(Names.hint("a", List.of())).isEqualTo("; it takes none");
    }

    @Test
    @Timeout(5)
    void longNamesAreNearNothing() {
        String given = "x".repeat(60_000);
        List<String> known = Collections.nCopies(32, "x".repeat(60_001));

        assertThat(Names.nearest(given, known)).isEmpty();
        assertThat(Names.hint(given, known)).hasSizeLessThan(32 * 70);
        assertThat(Names.hint("y", Collections.nCopies(5_000, "abcdef"))).endsWith("abcdef and 4900 more");
    }

    @Test
    @Timeout(5)
    void aNameAsLongAsARequestIsComparedInNoTime() {
        assertThat(Names.nearest("x".repeat(16_000_000), KNOWN)).isEmpty();
    }
}
