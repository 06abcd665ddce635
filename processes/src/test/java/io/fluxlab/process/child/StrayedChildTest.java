package io.fluxlab.process.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.loop.HomeLoop;
import io.fluxlab.process.message.ChildRoute;
import io.fluxlab.process.message.OpenPlan;
import io.fluxlab.process.socket.Invitation;
import io.fluxlab.process.socket.Rendezvous.Guest;
import io.fluxlab.process.work.TaskProgram;
import io.rsocket.RSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A child process that is not where it should be: it serves nobody and ends. */
class StrayedChildTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int DISCONNECTED = 11;

    private final HomeLoop loop = HomeLoop.open("strayed");
    private ChildSite site;

    @BeforeEach
    void open() {
        site = ChildSite.open(false, loop.loop()).blockOptional(LONG).orElseThrow();
    }

    @AfterEach
    void close() {
        site.close();
        loop.close().block(LONG);
    }

    @Test
    void aChildWhoseParentHasTheWrongSecretServesNothingAndEnds() throws Exception {
        Guest guest = site.rendezvous().invite();
        Invitation invitation = guest.invitation();
        Process child = start(new Invitation(
                invitation.address(),
                invitation.token(),
                site.rendezvous().invite().invitation().secret()));

        RSocket arrived = guest.arrival().blockOptional(LONG).orElseThrow();

        assertThatThrownBy(() -> arrived.requestResponse(ChildRoute.OPEN.request(new OpenPlan("count", Map.of())))
                        .block(LONG))
                .isInstanceOf(Exception.class);
        assertThatItEnds(child);
    }

    @Test
    void aChildWhoseTokenIsNotKnownEnds() throws Exception {
        Invitation invitation = site.rendezvous().invite().invitation();
        site.rendezvous().forget(invitation);

        assertThatItEnds(start(invitation));
    }

    private Process start(Invitation invitation) throws IOException {
        Process child = new ProcessBuilder(
                        ChildOptions.light(TaskProgram.class, 32).command(site.folder()))
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        Briefing.write(invitation, child.getOutputStream());
        return child;
    }

    private static void assertThatItEnds(Process child) throws InterruptedException {
        try {
            assertThat(child.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isEqualTo(DISCONNECTED);
        } finally {
            child.destroyForcibly();
        }
    }
}
