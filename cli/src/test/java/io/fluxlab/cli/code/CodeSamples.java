package io.fluxlab.cli.code;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** What users might write. */
public class CodeSamples {

    public enum Mode {
        FAST,
        SLOW
    }

    /** Reads itself, as no library can. */
    public record Money(String text) {
        public static Money parse(String text) {
            if (!text.endsWith("€")) {
                throw new IllegalArgumentException("no euros: " + text);
            }
            return new Money(text);
        }
    }

    /** Reads itself, by its constructor. */
    public record Customer(String name) {}

    /** Reads itself, for its own package. */
    record Point(int x, int y) {
        static Point parse(String text) {
            String[] numbers = text.split(";", -1);
            return new Point(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
        }
    }

    /** Does not. */
    record Pair(int one, int other) {}

    private int calls;

    public int counted() {
        return ++calls;
    }

    public static String everything(int count, Mode mode, Duration time, Path file, double share, Money price) {
        return "%d %s %s %s %s %s".formatted(count, mode, time, file, share, price.text());
    }

    static String text(Customer customer, int[] numbers, String... more) {
        return customer.name() + numbers.length + List.of(more);
    }

    static int sum(List<Integer> numbers, Optional<Point> point, Set<Mode> modes) {
        return numbers.stream().mapToInt(number -> number).sum()
                + point.map(Point::x).orElse(0)
                + modes.size();
    }

    static int pair(Pair pair) {
        return pair.one();
    }

    static String overloaded(String text) {
        return "text " + text;
    }

    static String overloaded(int number) {
        return "number " + number;
    }

    static int fromThread(Thread thread) {
        return thread.getPriority();
    }

    static Callable<String> callable() {
        return () -> "called";
    }

    static Supplier<String> supplier() {
        return () -> "supplied";
    }

    static CompletionStage<String> stage() {
        return CompletableFuture.completedFuture("staged");
    }

    static Mono<String> mono() {
        return Mono.fromCallable(() -> "published");
    }

    static void nothing() {}

    @SuppressWarnings("unused") // to be refused
    private static int secret() {
        return 7;
    }

    static int throwing() throws Exception {
        throw new Exception("as it is");
    }

    /** Can't be made without a name. */
    static class Named {
        @SuppressWarnings("unused") // to be told of
        Named(String name) {}

        int value() {
            return 1;
        }
    }

    /** Can't be made at all. */
    static class Broken {
        Broken() {
            throw new IllegalStateException("no database");
        }

        int value() {
            return 1;
        }
    }
}
