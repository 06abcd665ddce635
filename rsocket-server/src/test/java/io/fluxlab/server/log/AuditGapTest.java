package io.fluxlab.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.server.transport.Door;
import io.fluxlab.server.transport.Peer;
import io.fluxlab.wire.ErrorBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an audit log does with more than can be written. */
class AuditGapTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Peer PEER = new Peer(Door.TCP, "192.0.2.1", 1);

    @TempDir
    Path folder;

    private static void refuse(AuditLog audit, int times) {
        for (int i = 0; i < times; i++) {
            audit.refused(PEER, new ErrorBody("no", "no", List.of()));
        }
    }

    @Test
    void whatIsTooMuchAtOnceIsCountedAndToldAndNobodyWaits() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process reader = new ProcessBuilder("sh", "-c", "exec 3<'" + pipe + "'; read go; cat <&3")
                .redirectOutput(folder.resolve("read").toFile())
                .start();
        AuditLog audit = new AuditLog(AuditFile.open(pipe), 10);
        int flood = 5_000;
        refuse(audit, flood); // a pipe that nobody reads takes some hundred lines
        assertThat(audit.dropped()).isPositive();
        reader.getOutputStream().write('\n');
        reader.getOutputStream().close();
        audit.close().block(PATIENCE);
        assertThat(reader.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(folder.resolve("read"));
        long told = lines.stream()
                .filter(line -> line.contains("\"dropped\":"))
                .mapToLong(line -> Long.parseLong(line.replaceFirst(".*\"dropped\":(\\d+).*", "$1")))
                .sum();
        assertThat(told).isEqualTo(audit.dropped());
        assertThat(lines.stream().filter(line -> line.contains("\"code\":\"no\"")))
                .hasSize(flood - (int) told);
    }

    @Test
    void aFullDiskCostsLinesAndNothingElse() throws IOException {
        AuditLog audit = new AuditLog(AuditFile.open(Path.of("/dev/full")), 100);
        refuse(audit, 3);
        audit.close().block(PATIENCE);
        assertThat(audit.dropped()).isEqualTo(3);
    }
}
