package io.fluxlab.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsFileTest {

    @TempDir
    private Path folder;

    private Path path;
    private CredentialsFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("new/folder/credentials");
        file = CredentialsFile.of(path);
    }

    @Test
    void aNewFileIsItsOwnersAlone() throws IOException {
        file.add("alice", Role.RUNNER);
        assertThat(permissions(path)).isEqualTo("rw-------");
    }

    @Test
    void theTokenIsNotInTheFile() throws IOException {
        String token = file.add("alice", Role.RUNNER);
        assertThat(token).startsWith("alice.");
        assertThat(Files.readString(path)).startsWith("alice runner token $2a$").doesNotContain(token.substring(6));
    }

    @Test
    void removingLeavesCommentsAndOthersWhereTheyAre() throws IOException {
        file.add("alice", Role.RUNNER);
        Files.writeString(path, "# mine\n" + Files.readString(path));
        file.add("bob", Role.VIEWER);
        file.remove("alice");
        assertThat(Files.readAllLines(path))
                .hasSize(2)
                .satisfiesExactly(
                        comment -> assertThat(comment).isEqualTo("# mine"),
                        bob -> assertThat(bob).startsWith("bob viewer token "));
    }

    @Test
    void aNameIsAddedOnceAndRemovedOnce() {
        file.add("alice", Role.RUNNER);
        assertThatThrownBy(() -> file.add("alice", Role.VIEWER)).hasMessageContaining("alice is in");
        file.remove("alice");
        assertThatThrownBy(() -> file.remove("alice")).hasMessageContaining("alice is not in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw--w----", "rw-----w-"})
    void aFileThatOthersCanReadOrChangeIsNotUsed(String permissions) throws IOException {
        file.add("alice", Role.RUNNER);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(file::read).hasMessageContaining("chmod 600 " + path);
        assertThatThrownBy(() -> file.add("bob", Role.RUNNER)).hasMessageContaining("chmod 600 " + path);
    }

    @Test
    void aChangeKeepsPermissionsAndFollowsLinks() throws IOException {
        file.add("alice", Role.RUNNER);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), path);
        CredentialsFile.of(link).add("bob", Role.RUNNER);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(permissions(path)).isEqualTo("rw-r-----");
        assertThat(file.read().lines()).hasSize(2);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(file::read).hasMessage("no such file: " + path);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
