package io.fluxlab.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bounds of a Linux whose files are made here. */
class ThreadLimitsTest {

    @TempDir
    private Path root;

    @BeforeEach
    void usual() throws IOException {
        write("proc/sys/kernel/pid_max", "32768\n");
        write("proc/sys/kernel/threads-max", "192731\n");
        write("proc/sys/vm/max_map_count", "65530\n");
        limitUserTo("96365");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void limitUserTo(String most) throws IOException {
        write("proc/self/limits", """
                Limit                     Soft Limit           Hard Limit           Units
                Max core file size        0                    unlimited            bytes
                Max processes             %s                unlimited            processes
                Max open files            20000                20000                files
                """.formatted(most));
    }

    private long least() {
        return new ThreadLimits(root).least();
    }

    @Test
    void theLeastOfTheMachinesCounts() throws IOException {
        assertThat(least()).isEqualTo(32_765);

        write("proc/sys/kernel/pid_max", "4000\n");
        assertThat(least()).isEqualTo(4000);

        write("proc/sys/kernel/threads-max", "3000\n");
        assertThat(least()).isEqualTo(3000);

        write("proc/sys/vm/max_map_count", "1000\n");
        assertThat(least()).isEqualTo(500);
    }

    @Test
    void aUsersCountsUnlessThereIsNone() throws IOException {
        limitUserTo("77");
        assertThat(least()).isEqualTo(77);

        limitUserTo("unlimited");
        assertThat(least()).isEqualTo(32_765);
    }

    @Test
    void aControlGroupsCountsAndThatOfEachAboveIt() throws IOException {
        write("proc/self/cgroup", "0::/system.slice/fluxlab.service\n");
        write("sys/fs/cgroup/system.slice/fluxlab.service/pids.max", "max\n");
        assertThat(least()).isEqualTo(32_765);

        write("sys/fs/cgroup/system.slice/pids.max", "512\n");
        assertThat(least()).isEqualTo(512);

        write("sys/fs/cgroup/system.slice/fluxlab.service/pids.max", "100\n");
        assertThat(least()).isEqualTo(100);
    }

    @Test
    void inAContainerTheControlGroupIsTheRoot() throws IOException {
        write("proc/self/cgroup", "0::/\n");
        write("sys/fs/cgroup/pids.max", "256\n");

        assertThat(least()).isEqualTo(256);
    }

    @Test
    void theFirstVersionOfControlGroupsHasOneForPids() throws IOException {
        write("proc/self/cgroup", "8:pids:/docker/one\n4:memory:/docker/two\n0::/\n");
        write("sys/fs/cgroup/pids/docker/one/pids.max", "128\n");
        write("sys/fs/cgroup/memory/docker/two/pids.max", "1\n");

        assertThat(least()).isEqualTo(128);
    }

    @Test
    void whereNothingCanBeReadThereIsNoBound() {
        assertThat(new ThreadLimits(root.resolve("nowhere")).least()).isEqualTo(Long.MAX_VALUE);
    }
}
