package io.fluxlab.workload;

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
                    return Flux.using(
                            thing,
                            taken -> Flux.concat(
                                    Flux.just("has it"), Flux.never().takeUntilOther(end(context))),
                            taken -> {
                                try {
                                    taken.close();
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            });
                }
            };
        }

        private static Publisher<?> end(TaskContext context) {
            return Mono.delay(Duration.ofMillis(100), context.timer());
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

    private static ClaimCheck check(Claim claim, Callable<AutoCloseable> thing) {
        return new ClaimCheck(new Taker(claim, thing), RunRequest.of("taker", "immediate"));
    }

    private static void inTheMidst(ClaimCheck check) {
        check.inTheMidst(RunEvent.TaskItems.class::isInstance);
    }

    @Test
    void threadsThatAreNotClaimedAreFound() {
        ClaimCheck check = check(Claim.ofThreads(MUCH - 5), ClaimCheckTest::threads);

        assertThatThrownBy(check::ofWholeRun).hasMessageContaining("a lab with fewer threads than the run took");
        assertThatThrownBy(() -> inTheMidst(check)).hasMessageContaining("a lab with fewer threads");
    }

    @Test
    void descriptorsThatAreNotClaimedAreFound() {
        ClaimCheck check = check(Claim.ofDescriptors(MUCH - 5), ClaimCheckTest::sockets);

        assertThatThrownBy(check::ofWholeRun).hasMessageContaining("a lab with fewer descriptors than the run took");
        assertThatThrownBy(() -> inTheMidst(check)).hasMessageContaining("a lab with fewer descriptors");
    }

    @Test
    void heapThatIsNotClaimedIsFound() {
        ClaimCheck check = check(Claim.ofHeapBytes((MEGABYTES - 5) << 20), ClaimCheckTest::heap);

        assertThatThrownBy(() -> inTheMidst(check)).hasMessageContaining("a lab with fewer runHeapMegabytes");
    }

    @Test
    void whatIsClaimedIsAllRight() {
        ClaimCheck check = check(Claim.ofThreads(MUCH), ClaimCheckTest::threads);

        assertThatCode(check::ofWholeRun).doesNotThrowAnyException();
        assertThatCode(() -> inTheMidst(check)).doesNotThrowAnyException();
    }
}
