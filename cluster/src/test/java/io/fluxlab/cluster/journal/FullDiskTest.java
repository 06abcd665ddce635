package io.fluxlab.cluster.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.kept.LastingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal on a disk that has no room: somebody is told, and nobody waits. */
class FullDiskTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final LastingRun RUN = new LastingRun("run", "somebody", "runner", Map.of());

    @TempDir
    private Path folder;

    private Path disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
    }

    private void mount(int megabytes) throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", disk.toString()) == 0;
        assumeTrue(mounted, "a small disk takes somebody who may mount one");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(run("umount", "-l", disk.toString())).isZero();
        }
    }

    @Test
    void whatCanNotBeWrittenIsToldOnceAndEndsRuns() throws Exception {
        mount(25);
        List<String> told = new CopyOnWriteArrayList<>();
        List<String> toldTheRun = new CopyOnWriteArrayList<>();
        try (RunJournal journal = RunJournal.open(disk, told::add)) {
            JournaledRun run = journal.begin(RUN, "version", 10, toldTheRun::add);
            byte[] frame = new byte[100_000];

            for (int each = 0; each < 1_000; each++) { // 100 MB: more than the disk and what may wait in memory
                run.append(frame);
            }

            await().atMost(LONG).until(() -> !toldTheRun.isEmpty());
            assertThat(told).hasSize(1);
            assertThat(told.get(0)).contains(disk.toString(), "can't be written", "Free some room there");
            assertThat(toldTheRun).isEqualTo(told);
            assertThatThrownBy(() -> journal.begin(RUN, "version", 10, why -> {}))
                    .isInstanceOf(BrokenRunException.class)
                    .hasMessage(told.get(0));
        }
    }

    @Test
    void aDiskThatIsTooSmallToBeginWithIsSaidToBe() throws Exception {
        mount(5);

        assertThatThrownBy(() -> RunJournal.open(disk, why -> {})).isInstanceOf(IOException.class);
    }

    @Test
    void aFolderIsOneCoordinatorsAlone() throws Exception {
        try (RunJournal journal = RunJournal.open(disk, why -> {})) {
            assertThat(journal.unfinished()).isEmpty();
            assertThatThrownBy(() -> RunJournal.open(disk, why -> {})).hasMessage("another coordinator has it");
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
