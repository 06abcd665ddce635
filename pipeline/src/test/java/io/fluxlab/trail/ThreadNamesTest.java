package io.fluxlab.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadNamesTest {

    @ParameterizedTest
    @CsvSource({
        "parallel-1, parallel",
        "reactor-http-epoll-12, reactor-http-epoll",
        "pool-3-thread-2, pool-3-thread",
        "Thread-7, Thread",
        "worker#4, worker",
        "h2, h",
        "42, 42",
        "main, main",
        "'', unnamed"
    })
    void groupIsTheNameWithoutTheNumberAtItsEnd(String name, String group) {
        assertThat(ThreadNames.groupOf(name)).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({
        "parallel, PARALLEL",
        "boundedElastic, BOUNDED_ELASTIC",
        "reactor-http-epoll, REACTOR_NETTY",
        "fluxlab-parallel, OTHERS"
    })
    void sharedThreadsAreKnownByTheirNames(String group, KnownThreads known) {
        assertThat(KnownThreads.called(group)).isEqualTo(known);
    }
}
