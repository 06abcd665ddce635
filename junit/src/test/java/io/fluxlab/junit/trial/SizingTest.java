package io.fluxlab.junit.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SizingTest {

    private static final long MILLI = 1_000_000;

    private final List<Integer> tried = new ArrayList<>();

    @Test
    void runOfAllTasksTakesAHundredMilliseconds() {
        assertThat(calls(8, 0)).isEqualTo(12_500);
    }

    @Test
    void coldFirstCallIsNotTakenForWhatACallTakes() {
        assertThat(calls(8, 500 * MILLI)).isEqualTo(12_500);
        assertThat(tried).startsWith(1, 1, 4);
    }

    @Test
    void longCallIsMadeOnce() {
        assertThat(Sizing.calls(8, calls -> Mono.just(700 * MILLI * calls)).block())
                .isEqualTo(1);
    }

    /** Of calls that take a microsecond each, the first one some time more. */
    private Integer calls(int tasks, long coldNanos) {
        return Sizing.calls(tasks, calls -> {
                    long nanos = calls * 1_000L + (tried.isEmpty() ? coldNanos : 0);
                    tried.add(calls);
                    return Mono.just(nanos);
                })
                .block();
    }
}
