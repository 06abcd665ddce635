package io.fluxlab.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShownTest {

    static Stream<Object> shortValues() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", List.of(1L, "x"));
        map.put("b", null);
        return Stream.of(
                5L,
                0.5,
                true,
                "text",
                List.of(),
                map,
                Arrays.asList(1, null, map),
                BigInteger.TWO.pow(80),
                new BigDecimal("1E+1000000000"));
    }

    @ParameterizedTest
    @MethodSource("shortValues")
    void whatIsShortIsShownAsItIs(Object value) {
        assertThat(Shown.beginning(value, 60)).isEqualTo(value.toString());
        assertThat(Shown.isLongerThan(60, value)).isFalse();
    }

    @Test
    void aTextIsInQuotesAndByItsBeginning() {
        assertThat(Shown.briefly("x")).isEqualTo("\"x\"");
        assertThat(Shown.briefly("x".repeat(58))).isEqualTo("\"" + "x".repeat(58) + "\"");
        assertThat(Shown.briefly("x".repeat(59))).isEqualTo("\"" + "x".repeat(56) + "...");
    }

    @Test
    @Timeout(5)
    void whatHasNoEndIsShownByItsBeginning() {
        List<Object> endless = new ArrayList<>();
        endless.add("x");
        endless.add(endless);

        assertThat(Shown.briefly(Collections.nCopies(Integer.MAX_VALUE, 0L))).hasSize(60);
        assertThat(Shown.briefly(endless)).hasSize(60);
        assertThat(Shown.isLongerThan(60, endless)).isTrue();
    }

    @Test
    @Timeout(5)
    void noNumberIsWrittenOutWhoseDigitsAreToo() {
        assertThat(Shown.briefly(BigInteger.TWO.pow(100_000_000))).isEqualTo("a number of some 30102999 digits");
    }
}
