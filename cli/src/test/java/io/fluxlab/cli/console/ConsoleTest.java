package io.fluxlab.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private static final OutputStream CLOSED = new OutputStream() {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    };

    @Test
    void brokenPipeIsNoticedOnStandardOutput() {
        var console = Console.of(CLOSED, new ByteArrayOutputStream(), Map.of());

        assertThatExceptionOfType(BrokenPipeException.class).isThrownBy(() -> console.line("x"));
    }

    @Test
    void outputThatIsLostIsNoReaderThatHasGone() {
        var full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        var console = Console.of(full, new ByteArrayOutputStream(), Map.of());

        assertThatExceptionOfType(LostOutputException.class)
                .isThrownBy(() -> console.line("x"))
                .withMessage("standard output can't be written: No space left on device");
    }

    @Test
    void brokenPipeIsIgnoredOnStandardError() {
        var console = Console.of(new ByteArrayOutputStream(), CLOSED, Map.of());

        assertThatNoException().isThrownBy(() -> console.note("x"));
    }

    @Test
    void columnsTellTheWidthWhereNothingElseDoes() {
        assertThat(console(Map.of("COLUMNS", "72")).width()).isEqualTo(72);
        assertThat(console(Map.of("COLUMNS", "wide")).width()).isEqualTo(120);
        assertThat(console(Map.of()).width()).isEqualTo(120);
    }

    @Test
    void streamsThatAreNoTerminalAreNotLive() {
        assertThat(console(Map.of()).isLive()).isFalse();
        assertThat(console(Map.of()).likesColour()).isFalse();
    }

    private static Console console(Map<String, String> environment) {
        return Console.of(new ByteArrayOutputStream(), new ByteArrayOutputStream(), environment);
    }
}
