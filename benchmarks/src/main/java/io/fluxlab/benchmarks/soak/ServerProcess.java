package io.fluxlab.benchmarks.soak;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link SoakedServer} and what it says. Not thread-safe. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final String tcp;
    private final String webSocket;

    ServerProcess() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path"), SoakedServer.class.getName()));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        tcp = "tcp://127.0.0.1:" + line();
        webSocket = "ws://127.0.0.1:" + line();
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new EOFException("the server has ended");
        }
        return line;
    }

    /** The address for this user: every second one comes over WebSocket. */
    String address(int user) {
        return user % 2 == 0 ? tcp : webSocket;
    }

    Vitals vitals() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return Vitals.parse(line());
    }

    /** The first vitals without growth, or, where there are none for so long, the last. */
    Vitals settled(Vitals before, Duration patience) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(patience);
        Vitals vitals = vitals();
        while (!vitals.growthSince(before).isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(500);
            vitals = vitals();
        }
        return vitals;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
