package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.comparison.ComparisonEvent.OfRun;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.micrometer.context.ContextRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

/** A service's ThreadLocals in bodies, as Reactor's automatic context propagation has them. */
class ThreadLocalsTest {

    private static final String KEY = "user";
    private static final ThreadLocal<String> USER = new ThreadLocal<>();
    private static final Map<String, Object> SIZES = Map.of("tasks", 4, "calls", 2);

    private final LocalLab lab = LocalLab.builder()
            .workload(Workload.of("value", ThreadLocalsTest::user))
            .workload(Workload.of("publisher", () -> Mono.fromCallable(ThreadLocalsTest::user)))
            .workload(Workload.of("demanded", () -> Flux.range(0, 600).map(i -> user())))
            .workload(Workload.builder("returning")
                    .body(call -> Mono.delay(
                                    Duration.ofMillis(1), call.context().timer())
                            .publishOn(call.context().scheduler())
                            .map(waited -> user())))
            .build();

    @BeforeEach
    void register() {
        ContextRegistry.getInstance().registerThreadLocalAccessor(KEY, USER);
        Hooks.enableAutomaticContextPropagation();
    }

    @AfterEach
    void forget() {
        Hooks.disableAutomaticContextPropagation();
        ContextRegistry.getInstance().removeThreadLocalAccessor(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"immediate", "event-loop", "bounded-elastic", "parallel", "virtual", "gil"})
    void areRestoredInEveryBody(String lane) {
        USER.set("Ada"); // here, since a test has a thread of its own
        for (String workload : List.of("value", "publisher", "demanded", "returning")) {
            RunLog run = RunLog.of(lab, RunRequest.of(workload, lane).with(SIZES));

            assertThat(run.failures()).isEmpty();
            assertThat(run.flatItems()).as(workload).hasSizeGreaterThan(7).containsOnly("Ada");
        }
    }

    @Test
    void areRestoredInComparisons() {
        USER.set("Ada");
        ComparisonRequest request = ComparisonRequest.of("value")
                .on("immediate", "parallel")
                .with(SIZES)
                .rounds(1, 1)
                .withRunEvents();

        List<?> items = lab.compare(request)
                .toStream()
                .flatMap(event -> event instanceof OfRun run
                        ? Optional.of(run.event()).stream()
                        : Optional.<RunEvent>empty().stream())
                .flatMap(event -> event instanceof TaskItems batch ? batch.items().stream() : List.of().stream())
                .toList();

        assertThat(items).isNotEmpty().allMatch("Ada"::equals);
    }

    @Test
    void areNotRestoredWhereTheSubscriberHasNone() {
        RunLog run = RunLog.of(lab, RunRequest.of("value", "parallel").with(SIZES));

        assertThat(run.flatItems()).containsOnly("nobody");
    }

    private static String user() {
        String user = USER.get();
        return user == null ? "nobody" : user;
    }
}
