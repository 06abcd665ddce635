package io.fluxlab.process;

import static org.assertj.core.api.Assertions.assertThat;

/** Signals that Java itself can't send, and whom to send them to. */
final class Signals {

    private Signals() {}

    /** The process of a worker that is called {@code pid 123 worker}. */
    static long pidOf(String worker) {
        int from = worker.indexOf(' ') + 1;
        return Long.parseLong(worker.substring(from, worker.indexOf(' ', from)));
    }

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
