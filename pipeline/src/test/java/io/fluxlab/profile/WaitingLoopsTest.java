package io.fluxlab.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.example.bodies.Loops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingLoopsTest {

    private static final Set<String> ASKS = Set.of("nanoTime", "onSpinWait", "yield", "isDone", "get", "poll");

    @ParameterizedTest
    @ValueSource(
            strings = {"spinsOnTheClock", "spinsOnAFlag", "yields", "polls", "remembers", "counts", "elapses", "reads"})
    void loopsThatAskAndChangeNothingWait(String method) throws IOException {
        assertThat(hasWaitingLoop(method)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xorshift", "primes", "searches", "follows", "sums", "walks"})
    void loopsThatComputeDoNot(String method) throws IOException {
        assertThat(hasWaitingLoop(method)).isFalse();
    }

    @Test
    void loopsThatAskByAMethodOfTheirOwnWait() {
        StackTraceElement loop = frame("asksItself");
        StackTraceElement question = frame("isReady");

        assertThat(new WaitingLoops().isIn(null, loop)).isTrue();
        assertThat(new WaitingLoops().isIn(null, question, loop)).isTrue();
        assertThat(new WaitingLoops().isIn(null, frame("xorshift"), loop)).isFalse();
    }

    @Test
    void whatALibraryDoesToAnswerIsPartOfTheQuestion() {
        StackTraceElement clock = new StackTraceElement("java.time.Clock", "currentInstant", "Clock.java", 1);
        StackTraceElement now = new StackTraceElement("java.time.Instant", "now", "Instant.java", 1);

        assertThat(new WaitingLoops().isIn(null, clock, now, frame("spinsOnInstants")))
                .isTrue();
        assertThat(new WaitingLoops().isIn(null, clock, now, frame("sums"))).isFalse();
    }

    /** Somewhere in its loop, or in its only line. */
    private static StackTraceElement frame(String method) {
        return IntStream.range(1, 500)
                .filter(line -> hasCode(method, line))
                .mapToObj(line -> new StackTraceElement(Loops.class.getName(), method, "Loops.java", line))
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasCode(String method, int line) {
        try {
            return method.equals("isReady")
                    || methods(method).get(0).loopAt(line).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasWaitingLoop(String name) throws IOException {
        List<MethodCode> methods = methods(name);
        assertThat(methods).hasSize(1);
        return IntStream.range(1, 500)
                .mapToObj(methods.get(0)::loopAt)
                .flatMap(Optional::stream)
                .anyMatch(loop -> new LoopCode(methods.get(0), loop).waits(call -> ASKS.contains(call.name())));
    }

    private static List<MethodCode> methods(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Loops.class.getResourceAsStream("Loops.class"))) {
            return ClassCode.read(new DataInputStream(in), name);
        }
    }
}
