package io.fluxlab.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    private static Authority host(String text) {
        return Objects.requireNonNull(Authority.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, localhost:8080",
        "HTTP://LOCALHOST:8080, localhost:8080",
        "http://localhost, localhost",
        "http://localhost:80, localhost",
        "http://localhost, localhost:80",
        "http://[::1]:8080, [0::1]:8080",
        "http://localhost.:8080, localhost:8080",
        "https://lab.example, lab.example",
        "https://lab.example, lab.example:443",
        "https://lab.example:8443, lab.example:8443"
    })
    void aPageOfTheHostItselfIsOfTheSameOrigin(String origin, String host) {
        assertThat(Target.isSameOrigin(origin, host(host), false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "localhost:8080",
                "//localhost:8080",
                "http://localhost",
                "http://localhost:3000",
                "http://127.0.0.1:8080",
                "https://localhost",
                "ftp://localhost:8080",
                "file://localhost:8080",
                "chrome-extension://localhost:8080",
                "http://localhost:8080/",
                "http://localhost:8080/path",
                "http://user@localhost:8080",
                "http://evil.example@localhost:8080",
                "http://localhost:8080@evil.example",
                "http://localhost:8080.evil.example",
                "http://evil.example",
                "http://localhost:8080 http://evil.example",
                "http://http://localhost:8080"
            })
    void noOtherPageIs(String origin) {
        assertThat(Target.isSameOrigin(origin, host("localhost:8080"), false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"https://localhost:8080, true", "http://localhost:8080, false"})
    void underTlsThePageHasToComeByTls(String origin, boolean same) {
        assertThat(Target.isSameOrigin(origin, host("localhost:8080"), true)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "/rsocket, false, true",
        "/, true, true",
        "//evil.example/, false, true",
        "http://localhost:8080/rsocket, false, true",
        "http://localhost:8080, false, true",
        "https://localhost:8080/rsocket, true, true",
        "https://localhost:8080/rsocket, false, false",
        "http://localhost:8080/rsocket, true, false",
        "http://evil.example/rsocket, false, false",
        "http://localhost:80/rsocket, false, false",
        "http://evil.example:8080@localhost:8080/, false, false",
        "localhost:8080, false, false",
        "*, false, false",
        "rsocket, false, false",
        "/a?b=c%20d, false, true",
        "/a?b=é, false, true",
        "/a?b|c, false, false",
        "/a%, false, false",
        "http://localhost:8080/%zz, false, false"
    })
    void aWholeUriHasToBeOfTheHostThatIsNamed(String target, boolean secure, boolean fits) {
        assertThat(Target.fits(target, host("localhost:8080"), secure)).isEqualTo(fits);
    }
}
