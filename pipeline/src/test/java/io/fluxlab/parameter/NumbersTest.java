package io.fluxlab.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxlab.error.InvalidRequestException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as parameters: exact, whole and within bounds, or refused with the bounds. */
class NumbersTest {

    record Bounds(
            @Param("any int") int narrow,
            @Param("any long") long wide,
            @Param(value = "from one on", min = 1) int positive,
            @Param(value = "up to ten", max = 10) long small,
            @Param(value = "a few", min = 2, max = 5) long few) {}

    private final Schema<Bounds> schema = Schema.withDefaults("bounds", new Bounds(0, 0, 1, 0, 2));

    @Test
    void everyKindOfNumberThatIsWholeWillDo() {
        assertThat(schema.read(Map.of("wide", 5)).wide()).isEqualTo(5);
        assertThat(schema.read(Map.of("wide", 5.0)).wide()).isEqualTo(5);
        assertThat(schema.read(Map.of("wide", 5f)).wide()).isEqualTo(5);
        assertThat(schema.read(Map.of("wide", 1e15)).wide()).isEqualTo(1_000_000_000_000_000L);
        assertThat(schema.read(Map.of("wide", new BigDecimal("5.00"))).wide()).isEqualTo(5);
        assertThat(schema.read(Map.of("wide", BigInteger.valueOf(Long.MIN_VALUE)))
                        .wide())
                .isEqualTo(Long.MIN_VALUE);
        assertThat(schema.read(Map.of("narrow", (long) Integer.MAX_VALUE)).narrow())
                .isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 5.000001, 1e-300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void fractionsAndWhatIsNoNumberAreRefused(double value) {
        assertRefused("few", value, "few must be a whole number between 2 and 5, was " + value + " (a few)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "five", "0x5", "5.5"})
    void textThatIsNoNumberIsRefused(String value) {
        assertRefused("few", value, "few must be a whole number between 2 and 5, was \"" + value + "\" (a few)");
    }

    @ParameterizedTest
    @CsvSource({
        "few, 1, between 2 and 5",
        "few, 6, between 2 and 5",
        "positive, 0, at least 1",
        "positive, 2147483648, between 1 and 2147483647",
        "small, 11, between -9223372036854775808 and 10",
        "narrow, 2147483648, between -2147483648 and 2147483647",
    })
    void whatIsOutOfBoundsIsRefusedWithTheBoundThatItBreaks(String field, long value, String bounds) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> schema.read(Map.of(field, value)))
                .withMessageStartingWith(field + " must be " + bounds + ", was " + value + " (");
    }

    @Test
    void whatNoLongHoldsIsRefusedAndNotCutDown() {
        BigInteger tooLarge = BigInteger.ONE.shiftLeft(64).add(BigInteger.valueOf(3));

        assertRefused("few", tooLarge, "few must be between 2 and 5, was 18446744073709551619 (a few)");
        assertRefused(
                "wide",
                tooLarge,
                "wide must be between -9223372036854775808 and 9223372036854775807, was 18446744073709551619 (any long)");
        assertRefused("few", tooLarge.negate(), "few must be between 2 and 5, was -18446744073709551619 (a few)");
    }

    @Test
    @Timeout(5)
    void aBillionDigitsAreRefusedWithoutBeingWrittenOut() {
        assertRefused("few", new BigDecimal("1E+1000000000"), "few must be between 2 and 5, was 1E+1000000000 (a few)");
        assertRefused(
                "few",
                new BigDecimal("1E-1000000000"),
                "few must be a whole number between 2 and 5, was 1E-1000000000 (a few)");
    }

    @Test
    @Timeout(5)
    void millionsOfDigitsAreRefusedWithoutBeingReckonedWith() {
        BigInteger large = BigInteger.TWO.pow(100_000_000);
        BigDecimal zeros = new BigDecimal(BigInteger.TEN.pow(100_000), 100_000);

        assertRefused("few", large, "few must be between 2 and 5, was a number of some 30102999 digits (a few)");
        assertRefused(
                "few", zeros, "few must be a whole number between 2 and 5, was a number of some 100000 digits (a few)");
    }

    @Test
    void theSchemaNamesTheBoundsThatWereSet() {
        assertThat(properties().get("few")).containsEntry("minimum", 2L).containsEntry("maximum", 5L);
        assertThat(properties().get("positive")).containsEntry("minimum", 1L).doesNotContainKey("maximum");
        assertThat(properties().get("wide")).doesNotContainKeys("minimum", "maximum");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> properties() {
        return (Map<String, Map<String, Object>>) schema.jsonSchema().get("properties");
    }

    private void assertRefused(String field, Object value, String message) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> schema.read(Map.of(field, value)))
                .withMessage(message);
    }
}
