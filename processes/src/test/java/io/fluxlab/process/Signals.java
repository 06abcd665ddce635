package io.fluxlab.process;

import static org.assertj.core.api.Assertions.assertThat;

/** Signals that Java itself can't send. */
final class Signals {

    private Signals() {}

    static void send(String signal, long pid) {
        try {
            assertThat(new ProcessBuilder("kill", signal, String.valueOf(pid))
                            .inheritIO()
                            .start()
                            .waitFor())
                    .isZero();
        } catch (Exception e) {
            throw new AssertionError("no signal %s to %d".formatted(signal, pid), e);
        }
    }
}
