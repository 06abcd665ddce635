package io.fluxlab.server;

import io.fluxlab.server.identity.Caller;
import io.fluxlab.server.identity.CredentialsFile;
import io.fluxlab.server.identity.Role;
import io.fluxlab.server.transport.Peer;
import io.fluxlab.wire.ErrorBody;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A served lab that asks who comes, and what it tells of those whom it refuses. */
abstract class CredentialsFixture extends ServerFixture {

    @TempDir
    Path folder;

    final Queue<String> refused = new ConcurrentLinkedQueue<>();
    CredentialsFile file;
    String viewer;
    String runner;

    @BeforeEach
    final void addTokens() {
        file = CredentialsFile.of(folder.resolve("credentials"));
        viewer = file.add("victor", Role.VIEWER);
        runner = file.add("rita", Role.RUNNER);
    }

    final SecuritySettings security() {
        return SecuritySettings.NONE.withCredentials(folder.resolve("credentials"));
    }

    final LabServer serve() {
        return serve(settings().withSecurity(security()), new Refusals());
    }

    final Client client(LabServer server, Shown shown) {
        return opened(Client.connect(tcp(server.address()), shown));
    }

    /** Codes of what was refused, with whom or what they were told of. */
    final List<String> refused() {
        return List.copyOf(refused);
    }

    private final class Refusals implements ServerListener {

        @Override
        public void refused(Peer peer, ErrorBody why) {
            refused.add(why.code() + " " + peer.door().id() + " " + peer.host());
        }

        @Override
        public void refused(Caller caller, ErrorBody why) {
            refused.add(why.code() + " " + caller.principal().name());
        }
    }
}
