package io.fluxlab.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.error.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What query strings and forms give: every value is a text. */
class TextParametersTest {

    record Job(
            @Param(value = "how many tasks", min = 1, max = 100) @Nullable
            Integer tasks,

            @Param("seed") @Nullable Long seed,

            @Param(value = "share", least = 0, most = 2) @Nullable
            Double share,

            @Param("whether it tells") @Nullable Boolean loud,
            @Param("what it is called") @Nullable String title) {}

    private static final Schema<Job> SCHEMA = Schema.of("job", Job.class);

    @Test
    void textsStandForValuesOfTheFieldsType() {
        Map<String, Object> form =
                Map.of("tasks", "3", "seed", " -9223372036854775808 ", "share", "1.5", "loud", "TRUE", "title", "12");

        assertThat(SCHEMA.read(form)).isEqualTo(new Job(3, Long.MIN_VALUE, 1.5, true, "12"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "tasks | 3.5   | tasks must be a whole number between 1 and 100, was \"3.5\" (how many tasks)",
                "tasks | 101   | tasks must be between 1 and 100, was \"101\" (how many tasks)",
                "tasks | three | tasks must be a whole number between 1 and 100, was \"three\" (how many tasks)",
                "tasks | 0x3   | tasks must be a whole number between 1 and 100, was \"0x3\" (how many tasks)",
                "tasks | ``    | tasks must be a whole number between 1 and 100, was \"\" (how many tasks)",
                "seed  | 9223372036854775808 | seed must be between -9223372036854775808 and 9223372036854775807,"
                        + " was \"9223372036854775808\" (seed)",
                "share | NaN   | share must be a number between 0 and 2, was \"NaN\" (share)",
                "share | 1e999999999 | share must be a number between 0 and 2, was \"1e999999999\" (share)",
                "loud  | yes   | loud must be true or false, was \"yes\" (whether it tells)"
            })
    void textsThatStandForNothingAreRefusedAsTheyAre(String field, String text, String message) {
        List<FieldError> errors = SCHEMA.tryRead(Map.of(field, text)).errors();

        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.value()).isEqualTo(text);
            assertThat(error.message()).isEqualTo(message);
        });
    }

    @Test
    void longTextIsNotReadAsANumber() {
        List<FieldError> errors =
                SCHEMA.tryRead(Map.of("tasks", "0".repeat(1_000_000) + "3")).errors();

        assertThat(errors)
                .singleElement()
                .satisfies(error ->
                        assertThat(error.message()).startsWith("tasks must be a whole number between 1 and 100"));
    }
}
