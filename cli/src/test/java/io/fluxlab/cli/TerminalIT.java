package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees on a terminal. */
class TerminalIT {
    private static final String[] COMPARE = {
        "compare", "count", "-p", "n=1000", "--lanes", "immediate,parallel", "--rounds", "1", "--warmup", "0"
    };
    private static final String ADVICE = "\u001b[1mCan't recommend yet:";
    private static final String CURSOR_AWAY = "\u001b[?25l";
    private static final String CURSOR_BACK = "25h";

    @TempDir
    Path folder;

    @BeforeAll
    static void needsATerminal() {
        Pty.assume();
    }

    @Test
    void comparisonIsLiveAndLeavesTheTerminalAsItWas() throws Exception {
        String screen = screen(Map.of("TERM", "xterm-256color"), COMPARE);

        assertThat(screen).contains(CURSOR_AWAY, CURSOR_BACK, ADVICE);
        assertThat(screen.lastIndexOf(CURSOR_BACK)).isGreaterThan(screen.lastIndexOf(CURSOR_AWAY));
        assertThat(screen.indexOf(ADVICE)).isGreaterThan(screen.lastIndexOf(CURSOR_BACK));
    }

    @Test
    void noColourMeansNoColourButStillLive() throws Exception {
        assertThat(screen(Map.of("TERM", "xterm-256color", "NO_COLOR", "1"), COMPARE))
                .contains(CURSOR_AWAY)
                .doesNotContainPattern("\u001b\\[[0-9;]*[1-9][0-9;]*m");
    }

    @Test
    void dumbTerminalGetsPlainLines() throws Exception {
        assertThat(screen(Map.of("TERM", "dumb"), COMPARE))
                .contains("round 1: ", "Can't recommend yet: ")
                .doesNotContain("\u001b");
    }

    @Test
    void scenarioIsLiveStepByStep() throws Exception {
        String screen = screen(Map.of("TERM", "xterm-256color"), "scenario", "run", "sum-or-max", "--quick");

        assertThat(screen).contains(CURSOR_AWAY, CURSOR_BACK, "What to predict", "Expectations");
        assertThat(screen.indexOf("Expectations")).isGreaterThan(screen.lastIndexOf(CURSOR_BACK));
        assertThat(screen.indexOf("What to predict")).isLessThan(screen.lastIndexOf(CURSOR_AWAY));
    }

    @Test
    void listsBreakLinesBetweenWords() throws Exception {
        String screen = screen(Map.of("TERM", "xterm", "COLUMNS", "100"), "workloads", "--no-color");

        assertThat(screen.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(screen).containsPattern("reports every tenth number in\\s+\n {20,}another, on one loop");
    }

    @Test
    void interruptGivesTheTerminalBack() throws Exception {
        try (var process =
                start(Map.of("TERM", "xterm"), "run", "sleep", "-p", "minMillis=3600000", "-p", "maxMillis=3600000")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> process.out().contains("bounded-elastic-1"));
            process.signalInside("INT");

            assertThat(process.status()).isEqualTo(130);
            assertThat(process.out()).contains(CURSOR_BACK, "fluxlab: interrupted");
        }
    }

    /** What the terminal was sent while the command ran in it. */
    private String screen(Map<String, String> environment, String... args) throws Exception {
        try (var process = start(environment, args)) {
            process.status();
            return process.out();
        }
    }

    private FluxlabProcess start(Map<String, String> environment, String... args) throws Exception {
        return FluxlabProcess.start(folder, environment, Pty.of(100, 30, FluxlabProcess.command(args)));
    }
}
