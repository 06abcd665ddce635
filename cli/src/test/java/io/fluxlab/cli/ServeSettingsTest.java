package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
                "fluxlab: FLUXLAB_SERVE_PORT: 'many' is no whole number");
    }

    /** Whether it is no value at all, none of the machine's, out of range, or nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-runs | many | : 'many' is no whole number",
                "max-runs | 0 | must be at least 1, was 0",
                "max-runs | 99999999999 | : must be between -2147483648 and 2147483647, was 99999999999",
                "max-connections | 1000001 | must be at most 1000000, was 1000001",
                "max-waiting | -1 | must be at least 0, was -1",
                "port | 65536 | must be at most 65535, was 65536",
                "share | 101 | must be at most 100, was 101",
                "log-refusals | 0 | must be at least 1, was 0",
                "log-level | loud | loud",
                "insecure | perhaps | : 'perhaps' is not a boolean",
                "max-wait | soon | : 'soon' is no time: write a number and ns, µs, ms, s, min or h, such as 15s",
                "max-wait | 2h | must be at most 1h, was 2h",
                "max-run-time | 0s | must be at least 1ns, was 0s",
                "max-cpu-per-principal | 0h | must be at least 1ns, was 0h",
                "grace | 9000h | must be at most 8760h, was 9000h",
                "tls | other | must be self, was other",
                "host | no.invalid | must be a name or address of this machine, was no.invalid",
                "allow-host | a:1 | is wrong: an allowed host must be a name or an address, without port, was a:1",
                "allow-lane | virtal | is wrong: no lane is called virtal; did you mean virtual?",
                "deny-workload | [a | is wrong: [a is no pattern of names",
                "credentials | /no/file | is wrong: no such file: /no/file",
                "config | /no/file | : no such file: /no/file"
            })
    void whatIsWrongNamesTheVariableTheOptionOrThePlaceInTheFile(String key, String value, String what)
            throws IOException {
        String variable = "FLUXLAB_SERVE_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
        CommandRun ofEnvironment = CommandRun.of(Map.of(variable, value), "serve");
        assertRefused(ofEnvironment, what);
        assertThat(ofEnvironment.errLines().get(0)).startsWith("fluxlab: " + variable);

        CommandRun typed = CommandRun.of("serve", "--" + key + "=" + value);
        assertRefused(typed, what.replaceFirst("^: ", ""));
        assertThat(typed.errLines().get(0)).startsWith("fluxlab: ").contains("--" + key);

        if (!key.equals("config")) {
            String path = file(key + ": " + (value.startsWith("[") ? "'" + value + "'" : value))
                    .toString();
            CommandRun ofFile = CommandRun.of("serve", "--config", path);
            assertRefused(ofFile, value);
            assertThat(ofFile.errLines().get(0))
                    .startsWith("fluxlab: " + path + ":1:" + (key.length() + 3) + ": " + key);
        }
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
                "max-runs: lots | serve.yaml:2:11: max-runs must be a whole number, was \"lots\"",
                "max-run-time: 3 | serve.yaml:2:15: max-run-time must be a text, was 3",
                "max-run-time: soon | serve.yaml:2:15: max-run-time must match",
                "share: 101 | serve.yaml:2:8: share must be at most 100, was 101",
                "log-level: loud | serve.yaml:2:12: log-level must be one of error, warn, info, debug",
                "allow-lane: 'no-such' | serve.yaml:2:13: allow-lane is wrong: no lane is called no-such",
                "allow-lane: [virtual, 3] | serve.yaml:2:23: allow-lane must be a text, was 3",
                "config: other.yaml | serve.yaml:2:1: unknown key \"config\"",
                "token: rita.secret | serve.yaml:2:1: unknown key \"token\"",
                "host: elsewhere | serve.yaml:2:1: \"host\" is there twice",
                "insecure: 'yes' | serve.yaml:2:11: insecure must be true or false",
                "tls: '' | serve.yaml:2:6: tls must be",
                "audit-log: '' | serve.yaml:2:12: audit-log must not be empty",
                "max-runs: | serve.yaml:2:10: max-runs must be a whole number, was nothing",
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
