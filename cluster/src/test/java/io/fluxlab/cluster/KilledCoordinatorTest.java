package io.fluxlab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Address;
import io.fluxlab.cluster.worker.WorkerNode;
import io.fluxlab.cluster.worker.WorkerSettings;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent.TaskItems;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run that lasts, and of its workers, when the coordinator's process is killed and started again. */
class KilledCoordinatorTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int FINISHED_BEFORE = 10;

    @TempDir
    private Path folder;

    private final AtomicInteger joins = new AtomicInteger();

    @Test
    void whatHadFinishedIsNotRunAgainAndNothingIsLostOrRepeated() throws Exception {
        int port = freePort();
        try (WorkerNode worker = worker(port)) {
            Process first = coordinator(port, "first");
            await().atMost(LONG).until(() -> count("first", "finished") >= FINISHED_BEFORE);
            first.destroyForcibly().waitFor();
            assertThat(count("first", "end")).isZero();

            coordinator(port, "second").waitFor();

            assertThat(joins.get()).isGreaterThanOrEqualTo(2);
        }
        List<String> lines = lines("second");
        assertThat(lines).contains("found 1", "end COMPLETED", "left 0");
        assertThat(items(lines)).containsExactlyInAnyOrderElementsOf(itemsWithoutACluster());
        assertThat(lines.stream().filter(line -> line.startsWith("started") && line.endsWith("by journal")))
                .hasSizeBetween(1, 59);
        assertThat(lines.stream().filter(line -> line.startsWith("started"))).hasSize(60);
    }

    private WorkerNode worker(int port) {
        WorkerNode worker = new WorkerNode(
                Access.onLoopback(new Address(false, "127.0.0.1", port), LastingRunProgram.TOKEN),
                WorkerSettings.of(1),
                new WorkerNode.Listener() {
                    @Override
                    public void joined(String member) {
                        joins.incrementAndGet();
                    }

                    @Override
                    public void lost(String reason) {}

                    @Override
                    public void refused(String reason) {}

                    @Override
                    public void drained() {}
                });
        Thread thread = new Thread(worker::work, "worker");
        thread.setDaemon(true);
        thread.start();
        return worker;
    }

    private Process coordinator(int port, String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LastingRunProgram.class.getName(),
                        folder.resolve("journal").toString(),
                        String.valueOf(port))
                .redirectOutput(output(name).toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Path output(String name) {
        return folder.resolve(name + ".txt");
    }

    private List<String> lines(String name) throws IOException {
        return Files.exists(output(name)) ? Files.readAllLines(output(name)) : List.of();
    }

    private long count(String name, String first) throws IOException {
        return lines(name).stream().filter(line -> line.startsWith(first + " ")).count();
    }

    private static List<String> items(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("item ")).toList();
    }

    private static List<String> itemsWithoutACluster() {
        List<String> items = new ArrayList<>();
        LocalLab.builder()
                .build()
                .run(LastingRunProgram.request("immediate"))
                .doOnNext(event -> {
                    if (event instanceof TaskItems some) {
                        some.items().forEach(item -> items.add("item %d %s".formatted(some.task(), item)));
                    }
                })
                .blockLast();
        return items;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
