package io.fluxlab.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class WorkloadBuilderTest {

    /** A server as a body would need one: counts who asks, and knows on which threads it was opened and closed. */
    private static final class Server {
        private final String openedOn = Thread.currentThread().getName();
        private final AtomicInteger asked = new AtomicInteger();
        private final ConcurrentLinkedQueue<String> closedOn = new ConcurrentLinkedQueue<>();

        String answer(String question) {
            asked.incrementAndGet();
            return question + "!";
        }

        void close() throws InterruptedException {
            closedOn.add(Thread.currentThread().getName());
        }
    }

    private final ConcurrentLinkedQueue<Server> servers = new ConcurrentLinkedQueue<>();

    private WorkloadBuilder<Server, Integer> opening() {
        return Workload.builder("ask")
                .open(this::open)
                .close(Server::close)
                .tasks(3)
                .calls(4);
    }

    private Server open() throws InterruptedException {
        Server server = new Server();
        servers.add(server);
        return server;
    }

    @Test
    void whatIsSharedIsOpenedAndClosedOncePerRunOffTheLane() {
        Workload<Repeated> workload = opening().body(call -> call.shared().answer(call.task() + "." + call.number()));

        RunLog run = run(workload, "immediate");
        run(workload, "parallel");

        assertThat(run.items().get(2)).isEqualTo(List.of("2.0!", "2.1!", "2.2!", "2.3!"));
        assertThat(servers).hasSize(2).allSatisfy(server -> {
            assertThat(server.asked).hasValue(12);
            assertThat(server.openedOn).isEqualTo("ask-open");
            assertThat(server.closedOn).containsExactly("ask-close");
        });
    }

    @Test
    void whatIsSharedMayComeFromPublishers() {
        AtomicInteger closed = new AtomicInteger();
        Workload<Repeated> workload = Workload.builder("ask")
                .openAsync(() -> Mono.fromCallable(this::open).delayElement(Duration.ofMillis(1)))
                .closeAsync(server -> Mono.delay(Duration.ofMillis(1)).doOnNext(late -> closed.incrementAndGet()))
                .tasks(2)
                .calls(1)
                .body(call -> call.shared().answer("?"));

        assertThat(run(workload, "event-loop").flatItems()).isEqualTo(List.of("?!", "?!"));
        assertThat(closed).hasValue(1);
    }

    @Test
    void closedAlsoWhereTheBodyFails() {
        RunLog run = run(
                opening().body(call -> {
                    throw new IllegalStateException("no answer");
                }),
                "parallel");

        assertThat(run.finished().status()).isEqualTo(Status.FAILED);
        assertThat(servers)
                .singleElement()
                .satisfies(server -> assertThat(server.closedOn).hasSize(1));
    }

    @Test
    void openThatThrowsFailsTheRunAndSaysWhy() {
        Workload<Repeated> workload = Workload.builder("ask")
                .open(() -> {
                    throw new IllegalStateException("port 80 is taken");
                })
                .body(call -> call.shared());

        assertThatThrownBy(() -> run(workload, "parallel"))
                .isInstanceOf(BrokenRunException.class)
                .hasMessageContaining("port 80 is taken");
    }

    @Test
    void cancelInterruptsWhoeverOpensAndClosesWhatCameOfIt() throws InterruptedException {
        CountDownLatch opening = new CountDownLatch(1);
        Workload<Repeated> workload = Workload.builder("ask")
                .open(() -> {
                    Server server = open();
                    opening.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        return server;
                    }
                    return server;
                })
                .close(Server::close)
                .body(call -> call.shared().answer("?"));
        LocalLab lab = LocalLab.builder().workload(workload).build();

        Disposable run = lab.run(RunRequest.of("ask", "parallel")).subscribe(event -> {}, error -> {});
        opening.await();
        run.dispose();

        Awaitility.await()
                .untilAsserted(() -> assertThat(servers)
                        .singleElement()
                        .satisfies(server -> assertThat(server.closedOn).hasSize(1)));
    }

    @Test
    void eachTaskHasItsInputAndItsLabel() {
        Workload<Repeated> workload = Workload.builder("ask")
                .inputs(List.of("a", "b"))
                .label(task -> "client " + task)
                .tasks(3)
                .calls(2)
                .body(call -> call.input().toUpperCase(java.util.Locale.ROOT));

        RunLog run = run(workload, "parallel");

        assertThat(run.items()).isEqualTo(Map.of(0, List.of("A", "A"), 1, List.of("B", "B"), 2, List.of("A", "A")));
        assertThat(run.all(TaskStarted.class)).extracting(TaskStarted::label).contains("client 0", "client 2");
    }

    @Test
    void inputIsTheTasksNumberWhereNoneWasGiven() {
        Workload<Repeated> workload = Workload.builder("ask").tasks(2).calls(1).body(call -> call.input() + 10);

        assertThat(run(workload, "parallel").flatItems()).isEqualTo(List.of(10, 11));
    }

    @Test
    void inputsAreMadeBeforeTheTasksAndFromWhatIsThere() {
        AtomicInteger made = new AtomicInteger();
        Workload<Repeated> workload = Workload.builder("ask")
                .input(task -> made.incrementAndGet())
                .tasks(5)
                .calls(3)
                .body(call -> call.input() > 0 ? made.get() : -1);

        assertThat(run(workload, "virtual").flatItems()).hasSize(15).allMatch(Integer.valueOf(5)::equals);
    }

    @Test
    void askingForWhatWasNotOpenedFailsTheTask() {
        Workload<Repeated> workload = Workload.builder("ask").tasks(1).calls(1).body(call -> call.shared());

        assertThat(run(workload, "parallel").failures())
                .singleElement()
                .asString()
                .contains("the workload's builder was not told what to open");
    }

    @Test
    void builderCanBeUsedTwice() {
        WorkloadBuilder<Void, Integer> builder = Workload.builder("ask").tasks(1);

        Workload<Repeated> more = builder.tasks(2).kind(Kind.CPU).body(() -> 1);
        Workload<Repeated> less = builder.calls(5).summary("asks").body(() -> 1);

        assertThat(more.defaults().tasks()).isEqualTo(2);
        assertThat(more.kind()).isEqualTo(Kind.CPU);
        assertThat(less.defaults()).isEqualTo(new Repeated(1, 5));
        assertThat(less.summary()).isEqualTo("asks");
        assertThat(less.kind()).isEqualTo(Kind.MIXED);
    }

    @Test
    void wrongSizesAreRefused() {
        assertThatThrownBy(() -> Workload.builder("ask").tasks(0))
                .hasMessage("tasks must be between 1 and 1000000, was 0");
        assertThatThrownBy(() -> Workload.builder("ask").calls(-1))
                .hasMessage("calls must be between 1 and 1000000000, was -1");
        assertThatThrownBy(() -> Workload.builder("ask").inputs(List.of())).hasMessage("inputs must not be empty");
    }

    @Test
    void futureThatTellsNobodyIsCancelledWithItsRun() throws InterruptedException {
        ConcurrentLinkedQueue<Future<?>> futures = new ConcurrentLinkedQueue<>();
        CountDownLatch waiting = new CountDownLatch(1);
        Workload<Repeated> workload = Workload.of("ask", () -> {
            Future<?> never = new java.util.concurrent.FutureTask<>(() -> 1);
            futures.add(never);
            waiting.countDown();
            return never;
        });
        LocalLab lab = LocalLab.builder().workload(workload).build();

        Disposable run = lab.run(RunRequest.of("ask", "event-loop").with(Map.of("tasks", 1)))
                .subscribe(event -> {}, error -> {});
        waiting.await();
        run.dispose();

        Awaitility.await().untilAsserted(() -> assertThat(futures).allMatch(Future::isCancelled));
    }

    private static RunLog run(Workload<Repeated> workload, String lane) {
        LocalLab lab = LocalLab.builder().workload(workload).build();
        return RunLog.of(lab, RunRequest.of(workload.name(), lane));
    }
}
