package io.fluxlab.benchmarks.soak;

import io.fluxlab.client.LabClient;
import io.fluxlab.client.UnreachableLabException;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Uses a lab in all the ways there are, one after the other, at random but the same for each seed. Not thread-safe. */
final class User {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> LANES =
            List.of("immediate", "event-loop", "bounded-elastic", "parallel", "virtual", "gil");

    private final String address;
    private final Random random;
    private final Tally tally;
    private LabClient client;

    User(String address, long seed, Tally tally) {
        this.address = address;
        this.random = new Random(seed);
        this.tally = tally;
        this.client = LabClient.connect(address);
    }

    /** Goes on until then, and leaves. */
    void use(Instant end) {
        try {
            while (Instant.now().isBefore(end)) {
                once();
            }
        } finally {
            client.disposeLater().block(PATIENCE);
        }
    }

    private void once() {
        Deed deed = Deed.values()[random.nextInt(Deed.values().length)];
        try {
            act(deed);
            tally.add(deed.name());
        } catch (RejectedRequestException e) {
            tally.add("rejected");
            pause(); // as whoever was told that there are too many runs
        }
    }

    /** What a user does. */
    private enum Deed {
        LIST,
        RUN,
        RUN_IN_PROCESS,
        COMPARE,
        CANCEL_AT_ONCE,
        CANCEL_LATER,
        STEER,
        MISTAKE,
        DISCONNECT
    }

    private void act(Deed deed) {
        switch (deed) {
            case LIST -> client.lanes().thenMany(client.workloads()).blockLast(PATIENCE);
            case RUN -> client.run(run(lane())).blockLast(PATIENCE);
            case RUN_IN_PROCESS -> {
                if (random.nextInt(8) == 0) { // a child JVM costs as much as everything else together
                    client.run(run("process:processes=1")).blockLast(PATIENCE);
                }
            }
            case COMPARE ->
                client.compare(ComparisonRequest.of("sleep")
                                .with(sleeps(4, 2))
                                .on("immediate", "virtual")
                                .rounds(2, 0))
                        .blockLast(PATIENCE);
            case CANCEL_AT_ONCE ->
                client.run(longRun()).take(1 + random.nextInt(3)).blockLast(PATIENCE);
            case CANCEL_LATER -> client.run(longRun()).takeUntilOther(soon()).blockLast(PATIENCE);
            case STEER ->
                client.steer(
                                longRun(),
                                Flux.just(SteerCommand.PAUSE, SteerCommand.RESUME, SteerCommand.CANCEL)
                                        .delayElements(Duration.ofMillis(20)))
                        .blockLast(PATIENCE);
            case MISTAKE -> expectMistake(client.run(RunRequest.of("slep", "nowhere")));
            case DISCONNECT -> disconnect();
        }
    }

    private static void expectMistake(Flux<RunEvent> answers) {
        try {
            answers.blockLast(PATIENCE);
            throw new IllegalStateException("a mistake was not told");
        } catch (InvalidRequestException expected) {
            // as it should be
        }
    }

    /** Leaves in the middle of a run, and comes back. */
    private void disconnect() {
        Mono<Void> gone = client.run(longRun())
                .onErrorResume(UnreachableLabException.class, e -> Flux.empty())
                .onErrorResume(RejectedRequestException.class, e -> Flux.empty())
                .then();
        gone.and(soon().then(Mono.defer(client::disposeLater))).block(PATIENCE);
        client = LabClient.connect(address);
    }

    private Mono<Long> soon() {
        return Mono.delay(Duration.ofMillis(random.nextInt(200)));
    }

    private void pause() {
        soon().block(PATIENCE);
    }

    private String lane() {
        return LANES.get(random.nextInt(LANES.size()));
    }

    private RunRequest run(String lane) {
        return random.nextBoolean()
                ? RunRequest.of("sleep", lane).with(sleeps(5, 5))
                : RunRequest.of("primes", lane).with(Map.of("to", 20_000));
    }

    private RunRequest longRun() {
        return random.nextBoolean()
                ? RunRequest.of("sleep", lane()).with(sleeps(100, 100))
                : RunRequest.of("count", lane());
    }

    private Map<String, Object> sleeps(int tasks, int millis) {
        String style = random.nextBoolean() ? "async" : "blocking";
        return Map.of("tasks", tasks, "minMillis", millis, "maxMillis", millis, "style", style);
    }
}
