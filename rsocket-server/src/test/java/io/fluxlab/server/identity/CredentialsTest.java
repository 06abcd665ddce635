package io.fluxlab.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {

    private static final String HASH = TokenHash.of(TokenHash.newSecret()).text();

    @Test
    void readsWhoMayDoWhat() {
        Credentials credentials = Credentials.parse("""
                # who may use the lab

                alice   operator token %s
                build.agent-1 runner certificate CN=agent, O=Example
                """.formatted(HASH));
        assertThat(credentials.lines())
                .extracting(Credential::principal)
                .containsExactly(new Principal("alice", Role.OPERATOR), new Principal("build.agent-1", Role.RUNNER));
        assertThat(credentials.lines()).extracting(Credential::kind).containsExactly("token", "certificate");
        assertThat(credentials.token("build.agent-1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice runner token | it must be NAME ROLE token HASH",
                "alice runer token HASH | the role must be viewer, runner or operator, was runer",
                "alice runner secret HASH | the third word must be token or certificate",
                "alice runner token plain | the hash must be one of BCrypt",
                "alice runner certificate CN=,=x | ",
                "-alice runner token HASH | a name must be 1 to 64",
                "al:ice runner token HASH | a name must be 1 to 64",
            })
    void saysWhichLineIsWrongAndWhatWouldBeRight(String line, String message) {
        assertThatThrownBy(() -> Credentials.parse("\n" + line.replace("HASH", HASH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2: ")
                .hasMessageContaining(message == null ? "" : message);
    }

    @Test
    void aNameHasOneLine() {
        String line = "alice runner token " + HASH + "\n";
        assertThatThrownBy(() -> Credentials.parse(line + line)).hasMessage("line 2: alice has line 1 already");
    }

    @Test
    void neitherHashesNorSecretsAreShownWhereTheyArePrinted() {
        Credentials credentials = Credentials.parse("alice runner token " + HASH);
        assertThat(credentials.lines().toString()).doesNotContain(HASH).contains("alice");
        assertThat(ShownToken.of("alice." + "s".repeat(43)).toString())
                .doesNotContain("ss")
                .contains("alice");
    }

    @Test
    void aSecretIsWhollyWithinWhatBcryptLooksAt() {
        String secret = TokenHash.newSecret();
        assertThat(secret).hasSize(43);
        TokenHash hash = TokenHash.of(secret);
        assertThat(hash.matches(secret)).isTrue();
        assertThat(hash.matches(secret.substring(0, 42) + (secret.endsWith("A") ? "B" : "A")))
                .isFalse();
    }
}
