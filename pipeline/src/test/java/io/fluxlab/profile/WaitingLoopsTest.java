package io.fluxlab.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.example.bodies.Bodies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingLoopsTest {

    private static final Set<String> ASKS = Set.of("nanoTime", "onSpinWait", "yield", "isDone", "get");

    @ParameterizedTest
    @ValueSource(strings = {"spinsOnTheClock", "spinsOnAFlag", "yields"})
    void loopsThatAskAndChangeNothingWait(String method) throws IOException {
        assertThat(hasWaitingLoop(method)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xorshift", "primes", "arrays", "bigArrays", "sleeps"})
    void loopsThatComputeDoNot(String method) throws IOException {
        assertThat(hasWaitingLoop(method)).isFalse();
    }

    private static boolean hasWaitingLoop(String name) throws IOException {
        List<MethodCode> methods;
        try (InputStream in = Objects.requireNonNull(Bodies.class.getResourceAsStream("Bodies.class"))) {
            methods = ClassCode.read(new DataInputStream(in), name);
        }
        assertThat(methods).hasSize(1);
        return IntStream.range(1, 500)
                .mapToObj(methods.get(0)::loopAt)
                .flatMap(Optional::stream)
                .anyMatch(loop -> methods.get(0).onlyAsks(loop, ASKS));
    }
}
