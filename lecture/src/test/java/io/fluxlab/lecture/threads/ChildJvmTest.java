package io.fluxlab.lecture.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fluxlab.workload.LooseContext;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ChildJvmTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    void programThatCanNotStartIsNamed() {
        try (LooseContext context = LooseContext.open()) {
            assertThatThrownBy(() -> ChildJvm.of(ChildJvmTest.class).run(LIMIT, context))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("the program ended with status 1: ");
        }
    }

    @Test
    void interruptKillsTheProgram() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        ChildJvm program = ChildJvm.of(
                ForgottenProgram.class, Carrier.THREAD.name(), Forgotten.NOTHING.name(), "false", "3600000");
        try (LooseContext context = LooseContext.open()) {
            Thread waiting = new Thread(() -> {
                try {
                    program.run(LIMIT, context);
                } catch (Exception e) {
                    thrown.set(e);
                }
            });
            waiting.start();
            await().until(() -> ProcessHandle.current().children().findAny().isPresent());
            waiting.interrupt();
            waiting.join();
        }

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        await().until(() -> ProcessHandle.current().children().findAny().isEmpty());
    }
}
