package io.fluxlab.process.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.loop.HomeLoop;
import io.fluxlab.process.child.ChildSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixRendezvousTest extends RendezvousContract {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private int sockets;

    @Override
    ParentAddress address() {
        return new ParentAddress.Unix(folder.resolve("s" + sockets++));
    }

    @Test
    void theSocketIsInAFolderThatIsNobodyElses() throws IOException {
        HomeLoop loop = HomeLoop.open("site");
        ChildSite site = ChildSite.open(false, loop.loop()).blockOptional(LONG).orElseThrow();
        ParentAddress address =
                ParentAddress.parse(site.rendezvous().invite().invitation().address());

        assertThat(address)
                .isInstanceOfSatisfying(
                        ParentAddress.Unix.class,
                        unix -> assertThat(unix.path()).hasParent(site.folder()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(site.folder())))
                .isEqualTo("rwx------");

        site.close();
        loop.close().block(LONG);
        assertThat(site.folder()).doesNotExist();
    }

    @Test
    void whereNoSocketFileCanBeTheParentListensOnLoopback() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("d".repeat(120)));
        HomeLoop loop = HomeLoop.open("site");
        Rendezvous rendezvous =
                Rendezvous.in(deep, loop.loop()).blockOptional(LONG).orElseThrow();

        assertThat(rendezvous.invite().invitation().address()).matches("tcp:\\d+");
        Child.comesAndServes(rendezvous.invite());

        rendezvous.dispose();
        loop.close().block(LONG);
    }
}
