package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server is told by its environment and by a file. Hosts that do not exist tell what it was told. */
class ServeSettingsTest {

    @TempDir
    Path folder;

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("serve.yaml"), String.join("\n", lines) + "\n");
    }

    private static void assertRefused(CommandRun run, String... messages) {
        assertThat(run.status()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(messages).doesNotContain("Exception", "java.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void whatIsTypedGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        String path = file("host: file.invalid", "port: 0", "http-port: 0").toString();
        Map<String, String> environment = Map.of("FLUXLAB_SERVE_HOST", "environment.invalid");

        assertRefused(
                CommandRun.of(environment, "serve", "--config", path, "--host", "typed.invalid"), "was typed.invalid");
        assertRefused(CommandRun.of(environment, "serve", "--config", path), "was environment.invalid");
        assertRefused(CommandRun.of("serve", "--config=" + path), "was file.invalid");
        assertRefused(CommandRun.of(Map.of("FLUXLAB_SERVE_CONFIG", path), "serve"), "was file.invalid");
        assertRefused(CommandRun.of(Map.of("FLUXLAB_SERVE_HOST", ""), "serve", "--config", path), "was file.invalid");
    }

    @Test
    void aVariableThatIsNoSettingIsNamedWithTheNearestOne() {
        assertRefused(
                CommandRun.of(Map.of("FLUXLAB_SERVE_PROT", "1"), "serve"),
                "unknown variable FLUXLAB_SERVE_PROT; did you mean FLUXLAB_SERVE_PORT?");
        assertRefused(CommandRun.of(Map.of("FLUXLAB_SERVE_HELP", "true"), "serve"), "unknown variable");
    }

    @Test
    void aVariableThatCanNotBeReadIsNamed() {
        assertRefused(
                CommandRun.of(Map.of("FLUXLAB_SERVE_PORT", "many"), "serve"),
                "what FLUXLAB_SERVE_PORT says is wrong",
                "'--port': 'many' is no whole number");
    }

    @Test
    void whatIsTypedWrongIsNotBlamedOnTheEnvironment() {
        CommandRun run = CommandRun.of(Map.of("FLUXLAB_SERVE_PORT", "1"), "serve", "--port", "many");
        assertRefused(run, "'many' is no whole number");
        assertThat(run.err()).doesNotContain("FLUXLAB_SERVE_PORT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prot: 1 | serve.yaml:2:1: unknown key \"prot\", did you mean \"port\"?",
                "max-runs: lots | serve.yaml:2:11: must be a whole number, was \"lots\"",
                "max-run-time: 3 | serve.yaml:2:15: must be a text, was 3",
                "max-run-time: soon | serve.yaml:2:15: must match",
                "share: 101 | serve.yaml:2:8: must be at most 100, was 101",
                "log-level: loud | serve.yaml:2:12: must be one of error, warn, info, debug",
                "allow-lane: 'no-such' | no lane is called no-such",
                "allow-lane: [virtual, 3] | serve.yaml:2:23: must be a text, was 3",
                "config: other.yaml | serve.yaml:2:1: unknown key \"config\"",
                "token: rita.secret | serve.yaml:2:1: unknown key \"token\"",
                "host: elsewhere | serve.yaml:2:1: \"host\" is there twice",
                "insecure: 'yes' | serve.yaml:2:11: must be true or false",
                "'port: [' | serve.yaml:"
            })
    void whatIsWrongWithAFileIsToldWithLineAndColumn(String line, String message) throws IOException {
        assertRefused(
                CommandRun.of(
                        "serve", "--config", file("host: file.invalid", line).toString()),
                message);
    }

    @Test
    void everythingThatIsWrongIsToldInTheOrderOfTheFile() throws IOException {
        CommandRun run = CommandRun.of(
                "serve",
                "--config",
                file("prot: 1", "max-runs: many", "hots: x").toString());
        assertThat(run.errLines()).hasSize(3);
        assertThat(run.errLines().get(0)).contains(":1:1: ");
        assertThat(run.errLines().get(1)).contains(":2:11: ");
        assertThat(run.errLines().get(2)).contains(":3:1: ");
    }

    @Test
    void aFileThatIsNotNamedIsMissed() {
        assertRefused(CommandRun.of("serve", "--config"), "Missing required parameter for option '--config' (FILE)");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertRefused(CommandRun.of("serve", "--config", folder + "/none.yaml"), "no such file: " + folder);
    }

    @Test
    void whatTheEnvironmentAllowsCanBeTakenBack() {
        Map<String, String> environment = Map.of("FLUXLAB_SERVE_INSECURE", "true");
        assertRefused(
                CommandRun.of(
                        environment,
                        "serve",
                        "--host",
                        "0.0.0.0",
                        "--insecure=false",
                        "--port",
                        "0",
                        "--http-port",
                        "0"),
                "--host 0.0.0.0 lets other machines in");
    }

    @Test
    void helpIsGivenWhateverTheEnvironmentSays() {
        CommandRun run = CommandRun.of(Map.of("FLUXLAB_SERVE_PROT", "1"), "serve", "--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("FLUXLAB_SERVE_MAX_RUNS", "--config=FILE");
    }

    @Test
    void otherCommandsDoNotLook() {
        assertThat(CommandRun.of(Map.of("FLUXLAB_SERVE_PROT", "1"), "lanes").status())
                .isZero();
    }
}
