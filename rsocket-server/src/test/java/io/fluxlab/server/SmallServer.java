package io.fluxlab.server;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.server.quota.Sharing;
import io.fluxlab.workload.Workload;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;

/**
 * A process that serves a lab with default limits and an endless workload, {@code flood}. Prints its ports; prints its
 * memory for each line that it reads, and ends with its input.
 */
final class SmallServer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String KILOBYTE = "x".repeat(1024);

    /** An argument: nobody has a quota. */
    static final String WITHOUT_QUOTAS = "without-quotas";

    private SmallServer() {}

    public static void main(String[] arguments) throws IOException {
        ServerLimits limits = ServerLimits.defaults();
        if (List.of(arguments).contains(WITHOUT_QUOTAS)) {
            Sharing usual = limits.sharing();
            limits = limits.withSharing(Sharing.free().withWaiting(usual.waiting(), usual.patience()));
        }
        Flux<String> flood = Flux.generate(sink -> sink.next(KILOBYTE));
        LocalLab lab = LocalLab.builder()
                .limits(limits.perRun())
                .workload(Workload.of("flood", flood))
                .build();
        LabServer server = Objects.requireNonNull(
                LabServer.start(lab, ServerSettings.defaults().withPorts(0, 0).withLimits(limits))
                        .block(PATIENCE));
        System.out.println(server.address().getPort());
        System.out.println(server.httpAddress().getPort());
        while (System.in.read() >= 0) {
            System.out.println(heapBytes() + " " + PlatformDependent.usedDirectMemory() + " " + server.runs());
        }
        server.stop(Duration.ZERO).block(PATIENCE);
    }

    /** What is really in use. */
    private static long heapBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
