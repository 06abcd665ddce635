package io.fluxlab.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.parameter.Schema;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** What every {@link Workload} keeps. */
public abstract class WorkloadContract<P extends Record> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int SOME = 10;

    /** Of each test class, since its tests are objects of their own. */
    private static final Map<Class<?>, RunLog> FIRST_RUNS = new ConcurrentHashMap<>();

    /** The workload under test. */
    protected abstract Workload<P> workload();

    /** Parameters of a run that takes a moment. */
    protected abstract Map<String, Object> brief();

    /** Parameters of a run that takes hours, whose tasks are busy from the start. */
    protected abstract Map<String, Object> endless();

    @Test
    void nameIsKebabCase() {
        assertThat(workload().name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    }

    @Test
    void summaryIsOneLine() {
        assertThat(workload().summary()).hasLineCount(1).doesNotEndWith(".").hasSizeBetween(5, 100);
    }

    @Test
    void defaultsAreValidAndMakeAPlan() {
        P defaults = workload().defaults();

        assertThat(schema().read(Map.of())).isEqualTo(defaults);
        assertThat(workload().plan(defaults).size()).isPositive();
    }

    @Test
    void parametersSurviveTheWire() throws Exception {
        P given = schema().read(brief());

        String wire = JSON.writeValueAsString(schema().write(given));

        assertThat(schema().read(JSON.readValue(wire, OBJECT))).isEqualTo(given);
    }

    @Test
    void everyNumberOutOfBoundsIsNamed() {
        bounds().forEach((name, bad) -> assertThatThrownBy(() -> schema().read(Map.of(name, bad)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.fields()).singleElement().satisfies(field -> {
                            assertThat(field.field()).isEqualTo(name);
                            assertThat(field.message()).contains(String.valueOf(bad));
                        })));
    }

    @Test
    void everyParameterIsDescribed() {
        properties()
                .forEach((name, property) -> assertThat(property)
                        .as(name)
                        .containsKeys("description", "default")
                        .extractingByKey("description")
                        .asString()
                        .hasSizeGreaterThan(5)
                        .doesNotEndWith("."));
    }

    @Test
    void everyTaskHasALabelAndATotal() {
        Plan plan = workload().plan(schema().read(brief()));

        for (int task = 0; task < plan.size(); task++) {
            assertThat(plan.label(task)).isNotBlank();
            assertThat(plan.total(task)).isGreaterThanOrEqualTo(Plan.UNKNOWN);
        }
    }

    @Test
    void emitsNoMoreThanWasAskedFor() {
        inPlan(brief(), LooseContext.open(), (plan, context) -> {
            Demanding subscriber = Demanding.of(plan.body(0, context));
            assertThat(subscriber.received()).isZero();
            for (int asked = 1; asked <= SOME && !subscriber.hasEnded(); asked++) {
                subscriber.requestOne();
                assertThat(subscriber.received()).isLessThanOrEqualTo(asked);
            }
            assertThat(subscriber.error()).isNull();
            assertThat(subscriber.received()).isPositive();
            subscriber.cancel();
        });
    }

    @Test
    void progressNeverExceedsTheTotal() {
        inPlan(brief(), LooseContext.open(), (plan, context) -> {
            for (int task = 0; task < plan.size(); task++) {
                Flux.from(plan.body(task, context)).blockLast();
                long total = plan.total(task);
                assertThat(context.takeCheckpoints())
                        .isSorted()
                        .allMatch(done -> total == Plan.UNKNOWN || done <= total, "at most " + total);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"immediate", "event-loop", "bounded-elastic", "parallel", "virtual"})
    void cancelInMidTaskLeavesNoThread(String lane) {
        RunThreads threads = RunThreads.now();
        AtomicBoolean busy = new AtomicBoolean();
        AtomicBoolean failed = new AtomicBoolean();

        Disposable run = lab().run(RunRequest.of(workload().name(), lane).with(endless()))
                .subscribe(
                        event -> {
                            if (showsThatATaskIsBusy(event)) {
                                busy.set(true);
                            }
                        },
                        error -> failed.set(true));
        await().untilTrue(busy);
        run.dispose();

        threads.assertNoneLeft();
        assertThat(failed).isFalse();
    }

    /** One test of all that is asked of a whole run: to some workloads each run is a dozen processes. */
    @ParameterizedTest
    @ValueSource(strings = {"immediate", "event-loop", "bounded-elastic", "parallel", "virtual"})
    void aRunEmitsTheSameItemsEveryTimeClaimsWhatItTakesAndLeavesNoThread(String lane) {
        RunLog first = FIRST_RUNS.computeIfAbsent(getClass(), test -> run("immediate"));
        RunLog run = new ClaimCheck(
                        workload(), RunRequest.of(workload().name(), lane).with(brief()))
                .ofWholeRun();

        assertThat(run.failures()).isEmpty();
        assertThat(run.finished().status()).isEqualTo(Status.COMPLETED);
        assertThat(run.flatItems()).isNotEmpty();
        assertThat(lasting(run)).isEqualTo(lasting(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-loop", "bounded-elastic", "virtual"})
    void aRunInMidTaskClaimsWhatItTakes(String lane) {
        new ClaimCheck(workload(), RunRequest.of(workload().name(), lane).with(endless()))
                .inTheMidst(this::showsThatATaskIsBusy);
    }

    /** A lab that has the workload. */
    protected final LocalLab lab() {
        return LocalLab.builder().workload(workload()).build();
    }

    /** The brief run on a lane. */
    protected final RunLog run(String lane) {
        return run(lane, brief());
    }

    /** A run on a lane. */
    protected final RunLog run(String lane, Map<String, Object> parameters) {
        return RunLog.of(lab(), RunRequest.of(workload().name(), lane).with(parameters));
    }

    /** What the parameters are read with. */
    protected final Schema<P> schema() {
        return Schema.withDefaults(workload().name(), workload().defaults());
    }

    /** Whether by now a task of the endless run does what it does for hours. */
    protected boolean showsThatATaskIsBusy(RunEvent event) {
        return event instanceof TaskStarted;
    }

    /** What of an item is the same every time: all of it, unless it tells what was measured, or on which thread. */
    protected Object lasting(Object item) {
        return item;
    }

    private List<Object> lasting(RunLog run) {
        return run.flatItems().stream().map(this::lasting).toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> properties() {
        return (Map<String, Map<String, Object>>) schema().jsonSchema().get("properties");
    }

    /** Each number's name and a value beyond its bounds. */
    private Map<String, Object> bounds() {
        Map<String, Object> bounds = new LinkedHashMap<>();
        properties().forEach((name, property) -> {
            if (property.get("minimum") instanceof Long least) {
                bounds.put(name, least - 1);
            }
            if (property.get("maximum") instanceof Long most) {
                bounds.put(name, most + 1);
            }
        });
        return bounds;
    }

    /** Tests the bodies of an open plan. */
    protected final void inPlan(Map<String, Object> parameters, LooseContext context, InPlan test) {
        Plan plan = workload().plan(schema().read(parameters));
        try (context) {
            plan.open(context.loop()).block();
            try {
                test.accept(plan, context);
            } finally {
                plan.close().block();
            }
        }
    }

    /** A test of an open plan. */
    protected interface InPlan {
        void accept(Plan plan, LooseContext context);
    }
}
