package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code fluxlab token}, as it is typed. */
class TokenCommandTest {

    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("credentials").toString();
    }

    private CommandRun add(String name, String role) {
        return CommandRun.of("token", "add", name, "--role", role, "--file", file);
    }

    private String text() throws IOException {
        return Files.readString(Path.of(file));
    }

    @Test
    void addPrintsTheTokenAloneAndKeepsItsHash() throws IOException {
        CommandRun run = add("rita", "runner");
        assertThat(run.status()).isZero();
        assertThat(run.out()).matches("rita\\.[A-Za-z0-9_-]{43}\n");
        assertThat(run.err()).isEqualTo("rita is runner for servers with --credentials " + file + "\n");
        assertThat(text())
                .startsWith("rita runner token $2")
                .doesNotContain(run.out().strip().substring(5));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file))))
                .isEqualTo("rw-------");
    }

    @Test
    void listNamesThoseThereAreAndNothingSecret() {
        add("rita", "runner");
        add("victor", "viewer");
        CommandRun run = CommandRun.of("token", "list", "--file", file);
        assertThat(run.status()).isZero();
        assertThat(run.outLines())
                .containsExactly("name    role    by", "rita    runner  token", "victor  viewer  token");
        assertThat(CommandRun.of("token", "list", "--file", file, "--json").outLines())
                .containsExactly(
                        "{\"name\":\"rita\",\"role\":\"runner\",\"by\":\"token\"}",
                        "{\"name\":\"victor\",\"role\":\"viewer\",\"by\":\"token\"}");
    }

    @Test
    void removeLeavesTheOthersAndTheComments() throws IOException {
        add("rita", "runner");
        add("victor", "viewer");
        Files.writeString(Path.of(file), "# of the team\n" + text());
        CommandRun run = CommandRun.of("token", "remove", "rita", "--file", file);
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEqualTo("rita is no longer in " + file + "\n");
        assertThat(text()).startsWith("# of the team\nvictor viewer token ").doesNotContain("rita");
    }

    @Test
    void aNameIsAddedOnce() throws IOException {
        add("rita", "runner");
        String before = text();
        CommandRun run = add("rita", "operator");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("fluxlab: rita is in " + file + " already: remove it first\n");
        assertThat(text()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token add rita --role admin | must be viewer, runner or operator, was admin",
                "token add rita | Missing required option: '--role=ROLE'",
                "token add --role runner | Missing required parameter: 'NAME'",
                "token add a/b --role runner | a name must be 1 to 64 letters, digits, dots, dashes or underscores",
                "token remove rita | no such file",
                "token list | no such file",
                "token lst | Did you mean: token list",
                "token | what to do? Name a command."
            })
    void whatMakesNoSenseIsTold(String line, String message) {
        String typed = line.matches("token( lst)?") ? line : line + " --file " + file;
        CommandRun run = CommandRun.of(typed.split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("Exception");
        assertThat(Path.of(file)).doesNotExist();
    }

    @Test
    void aNameThatIsNotThereCanNotBeRemoved() {
        add("rita", "runner");
        CommandRun run = CommandRun.of("token", "remove", "rito", "--file", file);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("fluxlab: rito is not in " + file + "\n");
    }

    @Test
    void aFileThatOthersCanReadIsNotUsed() throws IOException {
        add("rita", "runner");
        Files.setPosixFilePermissions(Path.of(file), PosixFilePermissions.fromString("rw-r--r--"));
        for (CommandRun run :
                new CommandRun[] {add("victor", "viewer"), CommandRun.of("token", "list", "--file", file)}) {
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("chmod 600 " + file);
        }
    }
}
