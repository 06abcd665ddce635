package io.fluxlab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.cluster.broker.EntryLimits;
import io.fluxlab.cluster.broker.Refusals.Cause;
import io.fluxlab.cluster.coordinator.Coordinator;
import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Address;
import io.fluxlab.cluster.link.LinkProblem;
import io.fluxlab.run.Board;
import io.fluxlab.run.ContractWorkload;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.Script;
import io.fluxlab.run.Story;
import io.fluxlab.run.Trial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody without a token can do to a coordinator, over real sockets: nothing that others notice. */
class EntranceTest {

    private static final String TOKEN = "a-token";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final EntryLimits PATIENT = new EntryLimits(4, 16, LONG);
    private static final int MUCH = 64 * 1024 * 1024;
    private static final int SOME = 20_000;

    @TempDir
    private Path folder;

    private final List<Knocker> knockers = new ArrayList<>();
    private Coordinator coordinator;

    @AfterEach
    void close() throws Exception {
        for (Knocker knocker : knockers) {
            knocker.close();
        }
        coordinator.close();
    }

    private void open(EntryLimits limits) throws ActiveMQException {
        open(Access.onLoopback(Address.LOOPBACK, TOKEN), limits);
    }

    private void open(Access access, EntryLimits limits) throws ActiveMQException {
        coordinator = Coordinator.open(access, limits, PATIENCE, Optional.empty());
    }

    private Knocker knocker() throws Exception {
        Knocker knocker = new Knocker(coordinator.access().address());
        knockers.add(knocker);
        return knocker;
    }

    private void isCounted(Cause cause, int times) {
        await().atMost(LONG).until(() -> coordinator.refusals().of(cause) >= times);
        assertThat(coordinator.refusals().of(cause)).isEqualTo(times);
    }

    @Test
    void aFrameThatIsTooLongIsRefusedByItsHead() throws Exception {
        open(PATIENT);

        Knocker huge = knocker().greets().beginsFrame(Integer.MAX_VALUE, PacketImpl.PING);

        assertThat(huge.sendsZeros(MUCH)).isLessThan(MUCH);
        huge.getsShutOut();
        isCounted(Cause.TOO_LARGE, 1);
    }

    @Test
    void manySmallFramesAreTooMuch() throws Exception {
        open(PATIENT);
        Knocker busy = knocker().greets();

        for (int frame = 0; frame < 4; frame++) {
            busy.beginsFrame(SOME, PacketImpl.PING).sends(new byte[SOME - 1]);
        }

        busy.getsShutOut();
        isCounted(Cause.TOO_LARGE, 1);
    }

    @Test
    void nothingIsDoneForSomebodyWithoutAToken() throws Exception {
        open(PATIENT);

        knocker().greets().beginsFrame(1, PacketImpl.CREATE_QUEUE).getsShutOut();
        knocker().greets().beginsFrame(0, PacketImpl.PING).getsShutOut();
        knocker()
                .sends("POST / HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                .getsShutOut();

        isCounted(Cause.OTHER_PROTOCOL, 3);
    }

    @Test
    void whoeverShowsNoTokenHasToGo() throws Exception {
        open(new EntryLimits(4, 16, Duration.ofMillis(200)));

        knocker().getsShutOut();
        knocker().greets().beginsFrame(SOME, PacketImpl.PING).getsShutOut();

        isCounted(Cause.NO_TOKEN, 2);
    }

    @Test
    void onlySoManyWaitWithoutAToken() throws Exception {
        open(new EntryLimits(4, 2, LONG));

        for (int each = 0; each < 10; each++) {
            knocker().greets();
        }

        await().atMost(LONG)
                .until(() -> knockers.stream().filter(Knocker::isShutOut).count() == 8);
        isCounted(Cause.TOO_MANY, 8);
    }

    @Test
    void workersComeAndWorkWhileOthersKnock() throws Exception {
        open(new EntryLimits(4, 4, LONG));
        try (Joiner before = new Joiner(coordinator.access())) {
            before.joins();
            for (int each = 0; each < 40; each++) {
                knocker().greets().beginsFrame(SOME, PacketImpl.PING);
            }
            try (Joiner after = new Joiner(coordinator.access())) {
                after.joins();
                knocker().greets().beginsFrame(Integer.MAX_VALUE, PacketImpl.PING);

                Story story = Trial.of(
                                ContractWorkload.subject(Script.JUST, 50, "", Board.at(folder.resolve("board"))),
                                ClusterLane.at(coordinator))
                        .story();

                assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
                assertThat(story.items()).hasSize(50);
                assertThat(coordinator.members()).hasSize(2);
            }
        }
    }

    @Test
    void aWorkerBeyondTheBoundIsToldAndComesWhenThereIsAPlace() throws Exception {
        open(new EntryLimits(1, 4, LONG));
        try (Joiner first = new Joiner(coordinator.access())) {
            first.joins();
            try (Joiner second = new Joiner(coordinator.access())) {
                second.hears(LinkProblem.FULL);
                assertThat(coordinator.refusals().of(Cause.TOO_MANY)).isPositive();
                assertThat(coordinator.members()).hasSize(1);

                first.close();

                second.joins();
            }
        }
    }

    @Test
    void eachWrongTokenIsCounted() throws Exception {
        open(PATIENT);
        Access wrong = Access.onLoopback(coordinator.access().address(), "another-token");

        for (int attempt = 0; attempt < 2; attempt++) {
            try (Joiner worker = new Joiner(wrong)) {
                assertThat(worker.ends()).isEqualTo(LinkProblem.OTHER_TOKEN);
            }
        }

        isCounted(Cause.OTHER_TOKEN, 2);
    }

    @Test
    void handshakesThatFailAreCountedAndThoseThatStallEnd() throws Exception {
        Pki pki = new Pki(folder, "ours");
        Access access = new Access(new Address(true, "localhost", 0), TOKEN, Optional.of(pki.of("localhost", pki)));
        open(access, new EntryLimits(4, 16, Duration.ofSeconds(1)));

        knocker().greets().sendsZeros(SOME);
        isCounted(Cause.HANDSHAKE, 1);

        // The beginning of a record with a handshake in it, of which the rest does not come.
        knocker().sends((byte) 22, (byte) 3, (byte) 1, (byte) 2, (byte) 0).getsShutOut();
        isCounted(Cause.NO_TOKEN, 1);
    }
}
