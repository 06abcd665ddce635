package io.fluxlab.server.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.scheduler.VirtualTimeScheduler;

class ReloadingTest {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final VirtualTimeScheduler clock = VirtualTimeScheduler.create();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("file"), "1");
    }

    @AfterEach
    void stop() {
        clock.dispose();
    }

    @Test
    void readsAgainWhenTheFileWasWritten() throws IOException {
        Reloading<Integer> number = number();
        write("22");
        assertThat(number.current()).isEqualTo(1);
        clock.advanceTimeBy(INTERVAL);
        assertThat(number.current()).isEqualTo(22);
    }

    @Test
    void readsAgainWhenAnotherFileTookItsPlace() throws IOException {
        Reloading<Integer> number = number();
        FileTime same = Files.getLastModifiedTime(file);
        Path other = Files.writeString(folder.resolve("other"), "2");
        Files.setLastModifiedTime(other, same);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        clock.advanceTimeBy(INTERVAL);
        assertThat(number.current()).isEqualTo(2);
    }

    @Test
    void whatCannotBeReadLeavesTheOldInForceUntilItCan() throws IOException {
        Reloading<Integer> number = number();
        write("nonsense");
        clock.advanceTimeBy(INTERVAL);
        assertThat(number.current()).isEqualTo(1);
        Files.delete(file);
        clock.advanceTimeBy(INTERVAL);
        assertThat(number.current()).isEqualTo(1);
        write("333");
        clock.advanceTimeBy(INTERVAL);
        assertThat(number.current()).isEqualTo(333);
    }

    @Test
    void tellsWhatItIsAndWhatItBecomes() throws IOException {
        Reloading<Integer> number = number();
        List<Integer> values = new ArrayList<>();
        number.values().subscribe(values::add);
        write("22");
        clock.advanceTimeBy(INTERVAL);
        clock.advanceTimeBy(INTERVAL);
        assertThat(values).containsExactly(1, 22);
    }

    @Test
    void looksNoMoreOnceItIsDisposedOf() throws IOException {
        Reloading<Integer> number = number();
        number.dispose();
        write("22");
        clock.advanceTimeBy(INTERVAL);
        assertThat(number.current()).isEqualTo(1);
    }

    @Test
    void whatIsWrongAtFirstIsThrown() throws IOException {
        write("nonsense");
        assertThatThrownBy(this::number).isInstanceOf(NumberFormatException.class);
    }

    private Reloading<Integer> number() {
        return Reloading.of(List.of(file), this::read, clock, INTERVAL);
    }

    private int read() {
        try {
            return Integer.parseInt(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }
}
