package io.fluxlab.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    private static final AllowedHosts HOSTS = AllowedHosts.of(List.of("lab.example", "2001:db8::7", "10.1.2.3"));

    private static boolean allows(String host) {
        return allows(host, "192.0.2.1");
    }

    private static boolean allows(String host, String local) {
        try {
            Authority authority = Authority.parse(host);
            return authority != null && HOSTS.allow(authority, InetAddress.getByName(local));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost",
                "localhost.",
                "localhost:8080",
                "localhost:",
                "127.0.0.1",
                "127.8.9.10:1",
                "[::1]",
                "[::1]:8080",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "lab.example",
                "LAB.example.:443",
                "[2001:db8::7]:80",
                "[2001:0DB8:0:0::7]",
                "10.1.2.3:8080"
            })
    void ownNamesAreAllowedInEverySpellingWithAnyPort(String host) {
        assertThat(allows(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "evil.localhost.example",
                "lab.example.evil.example",
                "xlab.example",
                "127.0.0.1.evil.example",
                "0.0.0.0",
                "192.0.2.2",
                "[2001:db8::8]",
                "[::]",
                "2130706433",
                "0x7f000001",
                "127.1",
                "localhost..",
                "..localhost",
                "localhost@evil.example",
                "evil.example@localhost",
                "user:secret@localhost:8080",
                "localhost,evil.example",
                "localhost evil.example",
                "localhost/evil.example",
                "localhost#evil.example",
                "localhost:80:80",
                "localhost:65536",
                "localhost:-1",
                "localhost:8080x",
                "::1",
                "[::1%lo]",
                "[::1]x",
                "[localhost]",
                "%6cocalhost",
                "ｌocalhost",
                "*",
                ":8080",
                ""
            })
    void othersAreNot(String host) {
        assertThat(allows(host)).isFalse();
    }

    @Test
    void theAddressThatAConnectionCameInOnIsAllowed() {
        assertThat(allows("192.0.2.1:8080")).isTrue();
        assertThat(allows("[2001:db8::1]:8080", "2001:db8::1")).isTrue();
        assertThat(allows("192.0.2.1", "192.0.2.3")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab.example:80", "http://lab.example", "lab example", "", "localhost:", "*.example"})
    void whatIsNoHostIsNamed(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowedHosts.of(List.of(host)))
                .withMessage("an allowed host must be a name or an address, without port, was " + host);
    }
}
