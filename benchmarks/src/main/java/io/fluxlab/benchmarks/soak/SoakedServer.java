package io.fluxlab.benchmarks.soak;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.ServerLimits;
import io.fluxlab.server.ServerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The process that serves. Prints its ports, its {@link Vitals} for each line that it reads, and ends with its input. */
final class SoakedServer {

    private SoakedServer() {}

    public static void main(String[] arguments) throws IOException {
        ServerSettings settings = ServerSettings.defaults().withPorts(0, 0);
        LocalLab lab =
                LocalLab.builder().limits(ServerLimits.defaults().perRun()).build();
        LabServer server = LabServer.start(lab, settings).blockOptional().orElseThrow();
        System.out.println(server.address().getPort());
        System.out.println(server.httpAddress().getPort());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            System.out.println(Vitals.now(server.runs()).toLine());
        }
        server.stop(Duration.ZERO).block();
        System.exit(0);
    }
}
