package io.fluxlab.lecture.queues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PythonTextTest {

    /** {@code sum(chr(c).isspace() for c in range(0x110000))} */
    @Test
    void whiteSpaceIsPythons() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(each ->
                                PythonText.split(Character.toString(each)).isEmpty()))
                .hasSize(29);
    }

    /** {@code [c for c in range(0x110000) if chr(c).isdigit() and not chr(c).isdecimal()]} has 128. */
    @Test
    void digitsThatAreNoDecimalsArePythons() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(each -> !Character.isDigit(each) && PythonText.isDigit(Character.toString(each))))
                .hasSize(128);
    }

    @Test
    void everyDecimalIsADigit() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Character::isDigit))
                .allMatch(each -> PythonText.isDigit(Character.toString(each)));
    }

    @Test
    void nothingIsNoDigit() {
        assertThat(PythonText.isDigit("")).isFalse();
    }
}
