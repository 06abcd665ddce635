package io.fluxlab.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Runs in a JVM of its own: BlockHound changes the platform's classes for good. */
@EnabledIfSystemProperty(named = "fluxlab.blockhound", matches = "true")
class LanesUnderBlockHoundTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Queue<Throwable> VIOLATIONS = new ConcurrentLinkedQueue<>();

    private final LocalLab lab = LocalLab.builder()
            .workload(workload("items", () -> Flux.range(0, 1_000)))
            .workload(workload("later", () -> Mono.delay(Duration.ofMillis(1))))
            .workload(workload("blocking", () -> Mono.fromCallable(LanesUnderBlockHoundTest::sleep)))
            .build();

    @BeforeAll
    static void install() {
        BlockHound.install(builder -> builder.blockingMethodCallback(method -> {
            BlockingOperationError violation = new BlockingOperationError(method);
            VIOLATIONS.add(violation);
            throw violation;
        }));
    }

    @BeforeEach
    void forget() {
        VIOLATIONS.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"immediate", "event-loop", "bounded-elastic", "parallel", "virtual", "gil"})
    void laneBlocksNoThreadThatMustNotBlock(String lane) {
        for (String workload : List.of("items", "later")) {
            RunFinished end = run(workload, lane);

            assertThat(violations()).as("%s on %s", workload, lane).isEmpty();
            assertThat(end.status()).isEqualTo(Status.COMPLETED);
            assertThat(end.summary().cpuNanos()).isPositive();
        }
    }

    @Test
    void comparisonBlocksNoThreadThatMustNotBlock() {
        List<ComparisonEvent> events = lab.compare(ComparisonRequest.of("items")
                        .on("immediate", "event-loop", "parallel", "virtual")
                        .rounds(3, 1))
                .collectList()
                .block(PATIENCE);

        assertThat(violations()).isEmpty();
        assertThat(events).last().isInstanceOf(ComparisonEvent.Verdict.class);
    }

    @Test
    void labMayBeAskedOnAThreadThatMustNotBlock() {
        Scheduler loop = Schedulers.newParallel("callers-loop", 1);
        try {
            LocalLab fresh = LocalLab.builder()
                    .workload(workload("items", () -> Flux.range(0, 1_000)))
                    .build();
            ComparisonRequest request =
                    ComparisonRequest.of("items").on("immediate", "parallel").rounds(2, 0);

            fresh.compare(request).subscribeOn(loop).publishOn(loop).then().block(PATIENCE);
            fresh.run(RunRequest.of("items", "virtual"))
                    .subscribeOn(loop)
                    .publishOn(loop)
                    .then()
                    .block(PATIENCE);

            assertThat(violations()).isEmpty();
        } finally {
            loop.dispose();
        }
    }

    @Test
    void whatIsAllowedIsFoundByBlockHound() {
        assertThat(ServiceLoader.load(BlockHoundIntegration.class)).hasAtLeastOneElementOfType(BriefLocks.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"immediate", "event-loop", "parallel"})
    void bodyThatBlocksIsFound(String lane) {
        RunFinished end = run("blocking", lane);

        assertThat(end.status()).isEqualTo(Status.FAILED);
        assertThat(violations()).isNotEmpty().allMatch(violation -> violation.contains("sleep"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounded-elastic", "virtual", "gil"})
    void bodyMayBlockWhereThatIsAllowed(String lane) {
        assertThat(run("blocking", lane).status()).isEqualTo(Status.COMPLETED);
    }

    private RunFinished run(String workload, String lane) {
        RunEvent last = lab.run(RunRequest.of(workload, lane).with(Map.of("tasks", 20, "calls", 2)))
                .blockLast(PATIENCE);
        return (RunFinished) last;
    }

    private static Workload<?> workload(String name, Callable<?> body) {
        return Workload.of(name, body);
    }

    private static int sleep() throws InterruptedException {
        Thread.sleep(1);
        return 1;
    }

    /** Each with the frames that led there. */
    private static Stream<String> violations() {
        return VIOLATIONS.stream()
                .map(violation -> violation.getMessage()
                        + Stream.of(violation.getStackTrace())
                                .map(frame -> "\n  " + frame)
                                .limit(25)
                                .reduce("", String::concat))
                .distinct();
    }
}
