package io.fluxlab.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.measure.StageUse;
import io.fluxlab.measure.StageUse.Returns;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskTrace;
import io.fluxlab.run.RunRequest;
import io.fluxlab.trace.TraceMark;
import io.fluxlab.trail.PlaceOfWork;
import io.fluxlab.workload.Repeated;
import io.fluxlab.workload.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class StagesTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final Queue<String> threads = new ConcurrentLinkedQueue<>();

    @Test
    void eachStageIsGivenWhatTheOneBeforeHasCometo() {
        Workload<Repeated> orders = Stages.from("order", () -> Mono.just(20).delayElement(Duration.ofMillis(1)))
                .then("parse", order -> order + 1)
                .thenFuture("price", order -> CompletableFuture.supplyAsync(() -> order * 2))
                .thenAsync("split", price -> Flux.just(price, -price))
                .then("store", price -> (Callable<String>) () -> "stored " + price)
                .tasks(3)
                .as("own-orders");

        List<RunEvent> events = run(orders, "order@event-loop,parse@parallel,store@bounded-elastic:threads=2");

        assertThat(items(events)).hasSize(6).containsOnly("stored 42", "stored -42");
        assertThat(finished(events).summary().stages())
                .extracting(StageUse::stage, StageUse::calls, StageUse::returns)
                .containsExactly(
                        tuple("order", 3L, Returns.PUBLISHER),
                        tuple("parse", 3L, Returns.VALUE),
                        tuple("price", 3L, Returns.FUTURE),
                        tuple("split", 3L, Returns.PUBLISHER),
                        tuple("store", 6L, Returns.CALLABLE));
    }

    @Test
    void traceTellsWhichThreadIsInWhichStage() {
        Workload<Repeated> own = Stages.from("read", () -> Mono.delay(Duration.ofMillis(1)))
                .then("parse", order -> order)
                .then("store", order ->
                        (Callable<String>) () -> Thread.currentThread().getName())
                .tasks(3)
                .as("own");

        List<RunEvent> events = lab(own).run(RunRequest.of("own", "")
                        .placed("read@event-loop,parse@parallel,store@virtual")
                        .withTrace())
                .collectList()
                .block(SOON);

        assertThat(events)
                .filteredOn(TaskTrace.class::isInstance)
                .map(TaskTrace.class::cast)
                .hasSize(3)
                .allSatisfy(trace -> {
                    assertThat(trace.marks())
                            .filteredOn(mark -> mark.name() != null)
                            .extracting(TraceMark::name)
                            .as("a call, and what it gives, is subscribed to")
                            .containsExactly("read", "read", "parse", "store", "store");
                    assertThat(trace.marks())
                            .filteredOn(mark -> "store".equals(mark.name()))
                            .extracting(TraceMark::thread)
                            .as("where the callable ran")
                            .containsOnly(item(events, trace.task()));
                    assertThat(trace.marks())
                            .filteredOn(mark -> mark.thread().startsWith("fluxlab-parse"))
                            .extracting(TraceMark::kind)
                            .containsExactly(TraceMark.Kind.RUNNING, TraceMark.Kind.ENDED);
                });
    }

    @Test
    void stagesRunWhereTheyWerePlacedAndThoseThatFollowOnOneLaneDoNotHop() {
        Workload<Repeated> own = Stages.from("read", () -> seen(1))
                .then("check", order -> seen(order))
                .then("parse", order -> seen(order))
                .then("store", order -> seen(order))
                .tasks(4)
                .as("own");

        RunFinished end = finished(run(own, "check@parallel,parse@parallel,store@virtual"));

        assertThat(threads)
                .hasSize(16)
                .allMatch(name ->
                        name.contains("-home") || name.startsWith("fluxlab-check") || name.startsWith("fluxlab-store"));
        assertThat(end.summary().stages()).extracting(StageUse::hops).containsExactly(0L, 4L, 0L, 4L);
        assertThat(end.summary().places())
                .extracting(PlaceOfWork::where)
                .doesNotContain(PlaceOfWork.Position.ELSEWHERE);
    }

    @Test
    void whatAStageThrowsFailsItsTaskAlone() {
        AtomicInteger tasks = new AtomicInteger();
        Workload<Repeated> own = Stages.from("read", tasks::incrementAndGet)
                .then("store", order -> {
                    if (order == 2) {
                        throw new IOException("disk full");
                    }
                    return order;
                })
                .tasks(3)
                .as("own");

        List<RunEvent> events = run(own, "store@bounded-elastic");

        assertThat(events)
                .filteredOn(TaskFailed.class::isInstance)
                .singleElement()
                .satisfies(failed ->
                        assertThat(((TaskFailed) failed).error().message()).contains("disk full"));
        assertThat(finished(events).summary().failed()).isEqualTo(1);
    }

    @Test
    void tasksHaveInputsAndShareWhatWasOpened() {
        Workload<Repeated> own = Stages.with(
                        Workload.builder("any").open(() -> "db").inputs(List.of("7", "8")))
                .from("load", call -> call.shared() + call.input())
                .then("store", order -> order + "!")
                .tasks(2)
                .as("own");

        assertThat(items(run(own, "parallel"))).containsExactlyInAnyOrder("db7!", "db8!");
    }

    @Test
    void concurrencyBoundsTheElementsOfOneTaskInAStage() {
        Workload<Repeated> own = Stages.from("read", () -> Flux.range(0, 20))
                .then("wait", order -> Mono.delay(Duration.ofMillis(2)).thenReturn(order))
                .concurrency(3)
                .tasks(1)
                .as("own");

        StageUse use = finished(run(own, "bounded-elastic")).summary().stages().get(1);

        assertThat(use.concurrency()).isEqualTo(3);
        assertThat(use.maxAtOnce()).isBetween(1, 3);
        assertThat(use.calls()).isEqualTo(20);
    }

    @Test
    void cancelInterruptsAStageThatBlocks() {
        CompletableFuture<Thread> inside = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Workload<Repeated> own = Stages.from("read", () -> 1)
                .then("store", order -> {
                    inside.complete(Thread.currentThread());
                    try {
                        Thread.sleep(60_000);
                        return order;
                    } catch (InterruptedException e) {
                        interrupted.complete(true);
                        throw e;
                    }
                })
                .tasks(1)
                .as("own");
        for (String lane : List.of("bounded-elastic")) {
            Flux<RunEvent> run = lab(own).run(RunRequest.of("own", lane).placed("store@" + lane));
            run.takeUntilOther(Mono.fromFuture(inside)).blockLast(SOON);
        }
        assertThat(Mono.fromFuture(interrupted).block(SOON)).isTrue();
    }

    @Test
    void stagesHaveNamesOfTheirOwn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stages.from("read", () -> 1).then("read", one -> one))
                .withMessageContaining("was twice: read");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stages.from("Read it", () -> 1))
                .withMessageContaining("kebab-case like parse-order")
                .withMessageContaining("was Read it");
    }

    private <T> T seen(T order) {
        threads.add(Thread.currentThread().getName());
        return order;
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }

    private static LocalLab lab(Workload<?> workload) {
        return LocalLab.builder().workload(workload).build();
    }

    private static List<RunEvent> run(Workload<?> workload, String placement) {
        List<RunEvent> events = lab(workload)
                .run(RunRequest.of(workload.name(), placement).placed(placement).with(Map.of()))
                .collectList()
                .block(SOON);
        assertThat(events).isNotNull();
        assertThat(finished(events).status()).isIn(Status.COMPLETED, Status.FAILED);
        return events;
    }

    private static List<Object> items(List<RunEvent> events) {
        return events.stream()
                .filter(TaskItems.class::isInstance)
                .<Object>flatMap(event -> ((TaskItems) event).items().stream())
                .toList();
    }

    private static String item(List<RunEvent> events, int task) {
        return events.stream()
                .filter(event -> event instanceof TaskItems items && items.task() == task)
                .map(event -> String.valueOf(((TaskItems) event).items().get(0)))
                .findFirst()
                .orElseThrow();
    }

    private static RunFinished finished(List<RunEvent> events) {
        return (RunFinished) events.get(events.size() - 1);
    }
}
