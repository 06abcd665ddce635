package io.fluxlab.lecture.queues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ReactorSquaresTest extends SquaresContract {

    ReactorSquaresTest() {
        super("reactor");
    }

    /** Nearly as many numbers, of nearly as many digits, as are allowed: there is no run of this way that takes hours. */
    @Override
    protected Map<String, Object> endless() {
        return Map.of("way", "reactor", "infile", ("9".repeat(2000) + "\n").repeat(49));
    }

    @Test
    void writesWhatTheProgramWritesForOneLine() {
        assertThat(written("1 2 x 3\n", 1000).outfile())
                .isEqualTo("start 1 finish\nstart 4 finish\nstart 9 finish\nstartfinish\n");
    }

    @RepeatedTest(20)
    void goesOnToTheLastLine() {
        Written written = written("1 2\n\n3 4\n", 1000);

        assertThat(written.outfile())
                .isEqualTo("start 1 finish\nstart 4 finish\nstart 9 finish\nstart 16 finish\nstartfinish\n");
        assertThat(written.finished()).isTrue();
    }
}
