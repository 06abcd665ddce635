package io.fluxlab.benchmarks.soak;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Uses a served lab for a while: {@code Soak [--seconds N | --minutes N]}, a minute unless told otherwise. Twenty users
 * list, run, compare, steer, cancel, make mistakes and vanish. Ends with 1 where the server holds more afterwards than
 * after the first quarter (five minutes at the most), or where a user was told something that was not to be expected.
 */
public final class Soak {

    private static final int USERS = 20;
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(5);

    /** Threads of pools that are shared end after a minute of idleness. */
    private static final Duration SETTLING = Duration.ofSeconds(75);

    private Soak() {}

    public static void main(String[] arguments) throws Exception {
        Duration time = time(arguments);
        Duration quarter = time.dividedBy(4);
        Duration warmUp = quarter.compareTo(LONGEST_WARM_UP) < 0 ? quarter : LONGEST_WARM_UP;
        Tally tally = new Tally();
        try (ServerProcess server = new ServerProcess()) {
            use(server, warmUp, 0, tally);
            Vitals before = rested(server);
            System.out.printf("after %d s: %s%n", warmUp.toSeconds(), before);
            use(server, time.minus(warmUp), 1, tally);
            Vitals after = server.settled(before, SETTLING);
            System.out.printf("after %d s: %s%n", time.toSeconds(), after);
            System.out.println("done: " + tally);
            List<String> grown = after.growthSince(before);
            grown.forEach(System.out::println);
            System.exit(grown.isEmpty() ? 0 : 1);
        }
    }

    private static Duration time(String[] arguments) {
        if (arguments.length == 0) {
            return Duration.ofMinutes(1);
        }
        long number = arguments.length == 2 ? Long.parseLong(arguments[1]) : 0;
        return switch (arguments[0]) {
            case "--seconds" -> Duration.ofSeconds(number);
            case "--minutes" -> Duration.ofMinutes(number);
            default -> throw new IllegalArgumentException("expected --seconds N or --minutes N, was " + arguments[0]);
        };
    }

    private static void use(ServerProcess server, Duration time, int seed, Tally tally)
            throws ExecutionException, InterruptedException {
        Instant end = Instant.now().plus(time);
        try (ExecutorService threads = Executors.newFixedThreadPool(USERS)) {
            List<Future<?>> users = new ArrayList<>();
            IntStream.range(0, USERS)
                    .mapToObj(user -> new User(server.address(user), 1000L * seed + user, tally))
                    .forEach(user -> users.add(threads.submit(() -> user.use(end))));
            for (Future<?> user : users) {
                user.get();
            }
        }
    }

    /** What is left when the runs that were cancelled have ended. */
    private static Vitals rested(ServerProcess server) throws IOException, InterruptedException {
        Vitals vitals = server.vitals();
        for (int i = 0; i < 100 && (vitals.runs() > 0 || vitals.children() > 0); i++) {
            Thread.sleep(100);
            vitals = server.vitals();
        }
        return vitals;
    }
}
