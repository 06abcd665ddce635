package io.fluxlab.scenario.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsWrittenOverAndNothingIsLeftBesideIt() throws IOException {
        Path file = folder.resolve("a.json");

        WholeFile.write(file, "long enough");
        WholeFile.write(file, "short");

        assertThat(file).hasContent("short");
        assertThat(names()).containsExactly("a.json");
    }

    @Test
    void permissionsStayAndANewFileHasTheUsualOnes() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));
        Path file = folder.resolve("a.json");
        WholeFile.write(file, "x");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        WholeFile.write(file, "y");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aLinkStaysALinkAlsoToNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("new"));

        WholeFile.write(link, "new");
        WholeFile.write(dangling, "newer");

        assertThat(link).isSymbolicLink();
        assertThat(dangling).isSymbolicLink();
        assertThat(file).hasContent("new");
        assertThat(folder.resolve("new")).hasContent("newer");
    }

    @Test
    void aPipeIsWrittenInto() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> readAll(pipe));

        WholeFile.write(pipe, "through");

        assertThat(read.get()).isEqualTo("through");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void aDeviceThatIsFullIsNamedInOneLineAndStaysADevice() {
        Path full = Path.of("/dev/full");
        assumeThat(full).as("a device that is always full").exists();

        assertThatExceptionOfType(UnwritableFileException.class)
                .isThrownBy(() -> WholeFile.write(full, "x"))
                .withMessage("/dev/full can't be written: No space left on device");
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    @Test
    void aFullDiskLeavesWhatWasThere() throws Exception {
        List<String> command = List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=64k none \"$0\" || exit 77; exec \"$@\"",
                folder.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FullDisk.class.getName(),
                folder.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        int status = process.waitFor();
        assumeThat(said).as("a mount namespace of one's own").doesNotContain("unshare failed");
        assumeThat(status)
                .as("a file system of 64 KB could be mounted: " + said)
                .isNotEqualTo(77);

        assertThat(said.lines())
                .containsExactly(
                        folder + "/a.json can't be written: No space left on device", "still there", "[a.json]");
    }

    /** What happens where the disk is full, in a process that has such a disk. */
    static final class FullDisk {

        private FullDisk() {}

        public static void main(String[] args) throws IOException {
            Path file = Path.of(args[0], "a.json");
            WholeFile.write(file, "still there");
            try {
                WholeFile.write(file, "x".repeat(1 << 20));
            } catch (UnwritableFileException e) {
                System.out.println(e.getMessage());
            }
            System.out.println(Files.readString(file));
            try (Stream<Path> files = Files.list(file.getParent())) {
                System.out.println(files.map(Path::getFileName).toList());
            }
        }
    }

    private static String readAll(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
