package io.fluxlab.wire;

import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Failure;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Events of every type, with values at the edges of what they may be. */
final class SampleEvents {

    /** A text with everything that needs an escape somewhere, longer than a short one. */
    private static final String ODD = "\"quoted\" \\ \n\t\u0001 \u00fc \u20ac \ud83d\ude00 ".repeat(20);

    private SampleEvents() {}

    static List<RunEvent> all() {
        return List.of(
                new RunEvent.RunStarted(0, 0, "run-1", "primes", "parallel", Map.of("to", 100), 3),
                new RunEvent.TaskStarted(1, 23, 0, "0 to 99", "parallel-1"),
                new RunEvent.TaskStarted(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, "", ODD),
                new RunEvent.TaskStarted(24, 255, 256, "x".repeat(300), "x".repeat(20_000)),
                new RunEvent.TaskProgress(65_535, 65_536, 7, 1L << 31, null, 0),
                new RunEvent.TaskProgress(1L << 32, 12, 7, 0, Long.MIN_VALUE, 5),
                new RunEvent.TaskItems(4, 12, 7, 0, List.of()),
                new RunEvent.TaskItems(4, 12, 7, 512, List.of(2L, 3, -1, Integer.MIN_VALUE, "five", ODD)),
                new RunEvent.TaskItems(
                        4,
                        12,
                        7,
                        0,
                        LongStream.range(0, 512).mapToObj(i -> i * i * i).toList()),
                new RunEvent.TaskItems(4, 12, 7, 0, List.of(1L, 2.5, true)),
                new RunEvent.TaskItems(4, 12, 7, 0, List.of(Map.of("name", List.of(1L, "a")), List.of())),
                new RunEvent.TaskItems(4, 12, 7, 0, List.of(BigInteger.TWO)),
                new RunEvent.TaskFinished(5, 1_000_000_007, 7, 512, 999, null),
                new RunEvent.TaskFinished(5, 1_000_000_007, 7, 0, 0, 12_345_678_901L),
                new RunEvent.TaskFailed(6, 13, 7, new Failure("error", ODD)),
                new RunEvent.TaskFailed(
                        6, 13, 7, new Failure("error", ODD, List.of("com.acme.Orders.load(Orders.java:7)"))),
                new RunEvent.Pulse(7, 14, new Latency(1, 2, 3, 4), 1.5, 9, 1 << 30, 2));
    }
}
