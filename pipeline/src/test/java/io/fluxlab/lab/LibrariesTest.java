package io.fluxlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibrariesTest {

    private static final ClassLoader HERE = LibrariesTest.class.getClassLoader();

    @Test
    void librariesOfThisBuildAreEnough() {
        assertThatCode(() -> Libraries.check(HERE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "io.netty.channel.epoll., io.netty:netty-transport-classes-epoll",
        "org.HdrHistogram., org.hdrhistogram:HdrHistogram",
        "com.fasterxml.jackson.dataformat.cbor., com.fasterxml.jackson.dataformat:jackson-dataformat-cbor",
    })
    void whatIsMissingIsNamed(String prefix, String artifact) {
        assertThatThrownBy(() -> Libraries.check(new Lacking(prefix, "4.2.18.Final")))
                .isInstanceOf(UnsupportedLibraryException.class)
                .hasMessageContaining(artifact + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.1.128.Final", "4.1.50.Final-SNAPSHOT", "3.10.6.Final"})
    void olderNettyIsNamedWithItsVersionAndWhoBringsTheRightOne(String version) {
        assertThatThrownBy(() -> Libraries.check(new Lacking("nothing.", version)))
                .hasMessageContaining("Fluxlab runs on Netty 4.2, which Spring Boot 4 brings and 3.5 does not")
                .hasMessageContaining("found netty-transport " + version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.2.0.Final", "4.10.1.Final", "5.0.0.Alpha5", "somebody's own"})
    void newerNettyIsTakenAtItsWord(String version) {
        assertThatCode(() -> Libraries.check(new Lacking("nothing.", version))).doesNotThrowAnyException();
    }

    @Test
    void nettyThatDoesNotTellItsVersionIsKnownByItsLoops() {
        assertThatThrownBy(() -> Libraries.check(new Lacking("io.netty.channel.IoEventLoop", null)))
                .hasMessageContaining("netty-transport has no io.netty.channel.IoEventLoop");
    }

    @Test
    void nettyThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Libraries.check(new Lacking("io.netty.", null)))
                .hasMessageContaining("Fluxlab runs on Netty 4.2")
                .hasMessageContaining("netty-common is missing");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> Libraries.check(new Lacking("com.fasterxml.jackson.", "4.1.128.Final")))
                .isInstanceOfSatisfying(
                        UnsupportedLibraryException.class,
                        error -> assertThat(error.problems()).hasSize(3));
    }

    /** Of this class path everything but what begins with a prefix, and of Netty's artifacts one that tells this version. */
    private static final class Lacking extends ClassLoader {

        private static final String VERSIONS = "META-INF/io.netty.versions.properties";

        private final String prefix;
        private final String version;

        Lacking(String prefix, String version) {
            super(HERE);
            this.prefix = prefix;
            this.version = version;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(prefix)) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            if (!name.equals(VERSIONS)) {
                return super.getResources(name);
            }
            return Collections.enumeration(version == null ? List.of() : List.of(properties()));
        }

        private URL properties() throws IOException {
            String text = """
                    netty-transport.version=%s
                    netty-transport.buildDate=2026-01-01 00\\:00\\:00 +0000
                    netty-transport.commitDate=2026-01-01 00\\:00\\:00 +0000
                    netty-transport.shortCommitHash=0
                    netty-transport.longCommitHash=0
                    netty-transport.repoStatus=clean
                    """.formatted(version);
            return URL.of(URI.create("memory:netty"), new URLStreamHandler() {
                @Override
                protected URLConnection openConnection(URL url) {
                    return new URLConnection(url) {
                        @Override
                        public void connect() {}

                        @Override
                        public InputStream getInputStream() {
                            return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
                        }
                    };
                }
            });
        }
    }
}
