package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A puzzle as a person plays it on a terminal. */
class PuzzleTerminalIT {
    private static final String CURSOR_BACK = "25h";

    @TempDir
    Path folder;

    @BeforeAll
    static void needsATerminal() {
        Pty.assume();
    }

    @Test
    void keysLeadToADeadlockAndBackAndOut() throws Exception {
        try (var process = start("lecture", "puzzle", "deadlock", "--no-color")) {
            shows(process, "A can go on");
            process.type("a");
            shows(process, "Turns: 1 A m1.acquire()");
            process.type("b");
            shows(process, "Deadlock: no thread can go on");
            process.type("u");
            process.type("h");
            shows(process, "It can still go wrong, in 1 more turn");
            process.type("b");
            process.type("q");

            assertThat(process.status()).isZero();
            String last = process.out().substring(process.out().lastIndexOf(CURSOR_BACK));
            assertThat(last).contains("A waits for lock m2, which B holds", "The schedule that led to it: A B");
        }
    }

    @Test
    void russianKeyboardPlaysToo() throws Exception {
        try (var process = start("lecture", "puzzle", "lost-update", "--fixed", "--lang", "ru", "--no-color")) {
            shows(process, "попробуйте что-нибудь сломать");
            process.type("фи");
            shows(process, "B ждёт блокировку m, её держит A");
            process.type("у");
            shows(process, "Любой порядок безопасен: порядков 2");
            process.type("й");

            assertThat(process.status()).isZero();
        }
    }

    @Test
    void whyItWentWrongAndTheKeysAreSeenAlsoWhereTheTerminalIsMadeSmaller() throws Exception {
        try (var process = start("lecture", "puzzle", "if-instead-of-while", "--no-color")) {
            shows(process, "P can go on");
            process.type("aaappppbbbbaa");
            shows(process, "IndexError: pop from empty list");
            process.resizeInside(80, 24);
            shows(process, "that item (turn 10), and with if, A did not look again.");
            shows(process, "explore all schedules; f: put right or not; q: quit");
            process.resizeInside(40, 12);
            shows(process, "A, B, P; u, r, h, e, f; q: quit");
            process.type("q");

            assertThat(process.status()).isZero();
        }
    }

    @Test
    void interruptEndsTheGameAndGivesTheTerminalBack() throws Exception {
        try (var process = start("lecture", "puzzle", "if-instead-of-while", "--no-color")) {
            shows(process, "P can go on");
            process.type("\u0003");

            assertThat(process.status()).isEqualTo(130);
            assertThat(process.out()).contains(CURSOR_BACK, "fluxlab: interrupted");
        }
    }

    private static void shows(FluxlabProcess process, String text) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(process.out()).contains(text));
    }

    private FluxlabProcess start(String... args) throws Exception {
        return FluxlabProcess.startListening(
                folder, Map.of("TERM", "xterm"), Pty.of(100, 40, FluxlabProcess.command(args)));
    }
}
