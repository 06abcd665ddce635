package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @ParameterizedTest
    @ValueSource(strings = {"compare", "run", "scenario", "lecture", "serve", "workloads", "lanes"})
    void everyCommandHelps(String command) {
        var run = CommandRun.of(command, "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Usage: fluxlab " + command).contains("Exit status:");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void noCommandIsAnsweredWithTheCommands() {
        var run = CommandRun.of();

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("compare").contains("workloads");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void misspeltCommandIsAnsweredWithTheNearest() {
        var run = CommandRun.of("comparre");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("Did you mean: fluxlab compare");
    }

    @Test
    void valueOfTheWrongTypeIsNamedWithItsOption() {
        var run = CommandRun.of("compare", "count", "--max-time", "soon");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("'--max-time': 'soon' is no time").contains("Try 'fluxlab compare --help'.");
    }

    @Test
    void timeThatIsTooLongIsSaidAsItIsTyped() {
        var run = CommandRun.of("run", "primes", "--rate", "5/s", "--duration", "25h");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--duration must be a time between 1 µs and 24 h, was 25h");
    }

    @Test
    void serverThatIsNotThereIsUnreachable() {
        var run = CommandRun.of("run", "primes", "--server", "tcp://127.0.0.1:1");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .contains("tcp://127.0.0.1:1 can't be reached: Connection refused")
                .contains("fluxlab serve");
    }

    @Test
    void addressThatIsNoneIsBadUsage() {
        var run = CommandRun.of("lanes", "--server", "http://127.0.0.1");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--server: scheme must be tcp, ws, tls or wss, was http");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare count --rounds abc      | '--rounds': 'abc' is no whole number",
                "compare count --seed 1.5        | '--seed': '1.5' is no whole number",
                "serve --port 3000000000         | '--port': must be between -2147483648 and 2147483647, was 3000000000",
                "lanes --server 127.0.0.1:7878   | '--server': '127.0.0.1:7878' is no address: write tcp://host:port or ws",
                "lanes --server localhost:7878   | '--server': 'localhost:7878' is no address: write tcp://host:port or ws",
                "scenario list --lang de         | '--lang': must be one of en, ru, was 'de'",
                "serve --allow-host lab.example:80 --port 0 | an allowed host must be a name or an address, without port, was",
                "serve --deny-workload primse --port 0 | no workload is called primse; did you mean primes?",
                "serve --allow-lane virtual,[ --port 0 | [ is no pattern of names",
                "serve --host nosuch.invalid --port 0 | host must be a name or address of this machine, was nosuch.invalid"
            })
    void whatCanNotBeReadIsToldInWordsForPeople(String line, String message) {
        var run = CommandRun.of(line.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("java.", "Exception");
    }

    @Test
    void wholeNumberMayHaveItsDigitsGrouped() {
        var run = CommandRun.of("compare", "count", "--rounds", "1_000_000");

        assertThat(run.err()).contains("rounds must be between 1 and 10000, was 1000000");
    }

    @Test
    void versionNamesJavaToo() {
        assertThat(CommandRun.of("--version").out()).matches("fluxlab .+, Java .+\n");
    }

    @Test
    void completionScriptIsGenerated() {
        assertThat(CommandRun.of("generate-completion").out()).contains("complete -F _complete_fluxlab");
    }
}
