package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    Path folder;

    private String delays() throws IOException {
        return Files.writeString(folder.resolve("Delays.java"), """
                        import java.time.Duration;
                        import reactor.core.publisher.Mono;

                        class Delays {
                            static Mono<Long> wait5() { return Mono.just(1L).delayElement(Duration.ofMillis(5)); }
                        }
                        """) + "::wait5";
    }

    @Test
    void whatLimitsALaneIsSaidAndWhatHelpsIsTried() throws IOException {
        var run = CommandRun.of("explain", delays(), "--lanes", "immediate", "--max-time", "20s");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.outLines())
                .anyMatch(line -> line.startsWith("immediate: waiting"))
                .anyMatch(line -> line.matches("  event-loop in place of immediate helps: .*"));
    }

    @Test
    void tasksThatFailAreNotKeptQuietAbout() throws IOException {
        String fails = Files.writeString(folder.resolve("Fails.java"), """
                        class Fails {
                            static int now() { throw new IllegalStateException("boom"); }
                        }
                        """) + "::now";

        var run = CommandRun.of("explain", fails, "--lanes", "virtual", "--max-time", "5s");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(String.join("\n", run.outLines()))
                .contains("IllegalStateException: boom")
                .contains("at Fails.now(Fails.java:2)");
    }

    @Test
    void programsReadTheFindingAsAnEvent() throws IOException {
        var run = CommandRun.of("explain", delays(), "--lanes", "immediate", "--max-time", "20s", "--json");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.outLines())
                .anyMatch(line -> line.contains("\"finding\"") && line.contains("\"cause\":\"waiting\""));
    }

    @Test
    void aLaneThatIsNoneIsAMistakeOfTheUsers() {
        var run = CommandRun.of("explain", "sleep", "--lanes", "paralel");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("paralel", "parallel");
    }
}
