package io.fluxlab.lecture.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.processes.Printout.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintoutTest {

    @TempDir
    private Path folder;

    @Test
    void whoPrintsAloneLeavesWholeLines() throws IOException {
        Printout printout = new Printout(folder.resolve("printout"));
        for (int number : new int[] {0, 15}) {
            printout.begin();
            printout.end(number);
        }

        assertThat(printout.read())
                .isEqualTo(new Reading(List.of("Process number 0", "Process number 15"), List.of(), 1, false));
    }

    @Test
    void whoComesBetweenIsSeen() {
        Reading reading = Reading.of("Process number Process number 1\n0\nProcess number 2\n");

        assertThat(reading.torn()).containsExactly("Process number Process number 1", "0");
        assertThat(reading.lines()).hasSize(3);
        assertThat(reading.mostInside()).isEqualTo(2);
    }

    @Test
    void whoNeverComesBackTearsTheNextLine() {
        assertThat(Reading.of("Process number Process number 1\nProcess number 2\n")
                        .torn())
                .containsExactly("Process number Process number 1");
    }

    @Test
    void lineWithoutAnEndIsNotCounted() {
        assertThat(Reading.of("Process number 1\nProcess number "))
                .isEqualTo(new Reading(List.of("Process number 1"), List.of(), 1, true));
    }
}
