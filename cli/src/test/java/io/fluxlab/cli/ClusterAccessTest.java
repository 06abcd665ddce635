package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.cluster.coordinator.Coordinator;
import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Address;
import io.fluxlab.cluster.link.LinkProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands of a cluster say, and with which status they end, where somebody does not get in. */
class ClusterAccessTest {

    private static final String TOKEN = "the-token";

    @TempDir
    private Path folder;

    private Coordinator coordinator;

    @BeforeEach
    void open() throws Exception {
        coordinator = Coordinator.open(Access.onLoopback(Address.LOOPBACK, TOKEN), Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        coordinator.close();
    }

    @Test
    void anEmptyClusterSaysWhatAWorkerIs() throws IOException {
        String address = address();
        CommandRun run = CommandRun.of("cluster", "members", "--coordinator", address, "--token-file", token(TOKEN));

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .isEqualTo("Nobody has joined: 'fluxlab cluster worker --join " + address + "' is a worker.\n");
        assertThat(CommandRun.of("cluster", "members", "--coordinator", address, "--token-file", token(TOKEN), "--json")
                        .out())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"members", "worker"})
    void anotherTokenIsBadInput(String command) throws IOException {
        CommandRun run = CommandRun.of("cluster", command, "--join", address(), "--token-file", token("another"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("fluxlab: no way in at " + address() + ": it does not take this token\n"
                        + "Show the coordinator's with --token-file FILE or FLUXLAB_CLUSTER_TOKEN; whoever runs it has"
                        + " it.\n");
    }

    @Test
    void nobodyToDrainIsAFailure() throws IOException {
        CommandRun run = CommandRun.of("cluster", "drain", "nobody", "--join", address(), "--token-file", token(TOKEN));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("fluxlab: no worker nobody; 'fluxlab cluster members' lists them\n");
    }

    @Test
    void whereNobodyAnswersTheStatusSaysSo() throws IOException {
        String address = address();
        coordinator.close();

        CommandRun run = CommandRun.of("cluster", "members", "--join", address, "--token-file", token(TOKEN));

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("fluxlab: no way in at " + address + ": no coordinator answers there\n")
                .contains("fluxlab cluster coordinator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://0.0.0.0:0", "tcp://192.0.2.1:7879"})
    void beyondThisMachineACoordinatorTakesTls(String address) throws IOException {
        CommandRun run =
                CommandRun.of("cluster", "coordinator", "--cluster", address, "--cluster-token-file", token(TOKEN));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("fluxlab: --cluster " + address
                        + " would be there for everybody to read: beyond this machine it takes tls://\n");
    }

    @Test
    void tlsTakesCertificatesAndACoordinatorATokenInAnyCase() throws IOException {
        CommandRun bare = CommandRun.of("serve", "--cluster", "tls://0.0.0.0:0", "--cluster-token-file", token(TOKEN));
        CommandRun open = CommandRun.of("cluster", "coordinator");

        assertThat(bare.status()).isEqualTo(2);
        assertThat(bare.err()).contains("both sides show a certificate").contains("--cluster-ca");
        assertThat(open.status()).isEqualTo(2);
        assertThat(open.err()).contains("workers are let in by a token");
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemHasAdviceAndAStatus(LinkProblem problem) {
        assertThat(NoWayInException.advice(problem)).endsWith(".");
        assertThat(NoWayInException.status(problem)).isEqualTo(problem == LinkProblem.OTHER_TOKEN ? 2 : 3);
    }

    private String address() {
        return coordinator.access().address().toString();
    }

    private String token(String text) throws IOException {
        Path file = Files.createTempFile(
                folder,
                "token",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text).toString();
    }
}
