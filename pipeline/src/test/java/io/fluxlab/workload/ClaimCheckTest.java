package io.fluxlab.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.claim.Claim;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A workload that takes more than it says is found out, and one that says so is not. */
class ClaimCheckTest {

    private static final int MUCH = 30;
    private static final int MEGABYTES = 8;

    /** Does something that it keeps until the run ends, and claims this for it. */
    private record Taker(Claim claim, Callable<AutoCloseable> thing) implements Workload<Repeated> {

        @Override
        public String name() {
            return "taker";
        }

        @Override
        public String summary() {
            return "takes something of the machine";
        }

        @Override
        public Kind kind() {
            return Kind.BLOCKING;
        }

        @Override
        public Repeated defaults() {
            return new Repeated(1, 1);
        }

        @Override
        public Plan plan(Repeated parameters) {
            return new Plan() {
                @Override
                public int size() {
                    return 1;
                }

                @Override
                public Claim claim(AtOnce atOnce) {
                    return claim;
                }

                @Override
                public Publisher<?> body(int task, TaskContext context) {
                    Mono<?> end = parameters.calls() == 1
                            ? Mono.delay(Duration.ofMillis(200), context.timer())
                            : Mono.never();
                    return Flux.using(
                            thing, taken -> Flux.just("has it").concatWith(end.then(Mono.empty())), Taker::close);
                }
            };
        }

        private static void close(AutoCloseable taken) {
            try {
                taken.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static AutoCloseable threads() {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < MUCH; i++) {
            threads.add(Thread.ofPlatform().daemon().name("taken-" + i).start(() -> {
                try {
                    Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException e) {
                    return; // the run has ended
                }
            }));
        }
        return () -> threads.forEach(Thread::interrupt);
    }

    private static AutoCloseable sockets() throws Exception {
        List<SelectableChannel> sockets = new ArrayList<>();
        for (int i = 0; i < MUCH; i++) {
            sockets.add(ServerSocketChannel.open());
        }
        return () -> {
            for (SelectableChannel socket : sockets) {
                socket.close();
            }
        };
    }

    private static AutoCloseable heap() {
        byte[][] bytes = new byte[MEGABYTES][1 << 20];
        return () -> bytes[0] = new byte[0];
    }

    private static void wholeRun(Claim claim, Callable<AutoCloseable> thing) {
        ClaimCheck check = new ClaimCheck(
                new Taker(claim, thing), RunRequest.of("taker", "immediate").with(Map.of("calls", 1)));
        assertThat(check.ofWholeRun().flatItems()).containsExactly("has it");
    }

    private static void inTheMidst(Claim claim, Callable<AutoCloseable> thing) {
        new ClaimCheck(
                        new Taker(claim, thing),
                        RunRequest.of("taker", "immediate").with(Map.of("calls", 2)))
                .inTheMidst(RunEvent.TaskItems.class::isInstance);
    }

    @Test
    void threadsThatAreNotClaimedAreFound() {
        Claim claim = Claim.ofThreads(MUCH - 5);

        assertThatThrownBy(() -> wholeRun(claim, ClaimCheckTest::threads))
                .hasMessageContaining("a lab with fewer threads than the run took");
        assertThatThrownBy(() -> inTheMidst(claim, ClaimCheckTest::threads))
                .hasMessageContaining("a lab with fewer threads than the run took");
    }

    @Test
    void descriptorsThatAreNotClaimedAreFound() {
        Claim claim = Claim.ofDescriptors(MUCH - 10);

        assertThatThrownBy(() -> wholeRun(claim, ClaimCheckTest::sockets))
                .hasMessageContaining("a lab with fewer descriptors than the run took");
        assertThatThrownBy(() -> inTheMidst(claim, ClaimCheckTest::sockets))
                .hasMessageContaining("a lab with fewer descriptors than the run took");
    }

    @Test
    void heapThatIsNotClaimedIsFound() {
        Claim claim = Claim.ofHeapBytes((MEGABYTES - 5) << 20);

        assertThatThrownBy(() -> inTheMidst(claim, ClaimCheckTest::heap))
                .hasMessageContaining("a lab with fewer runHeapMegabytes than the run took");
    }

    @Test
    void whatIsClaimedIsAllRight() {
        Claim claim = Claim.ofThreads(MUCH);

        assertThatCode(() -> wholeRun(claim, ClaimCheckTest::threads)).doesNotThrowAnyException();
        assertThatCode(() -> inTheMidst(claim, ClaimCheckTest::threads)).doesNotThrowAnyException();
    }
}
