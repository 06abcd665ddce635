package io.fluxlab.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link SmallServer} in a JVM of its own, with little memory. */
final class SmallServerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final InetSocketAddress address;
    private final InetSocketAddress httpAddress;

    SmallServerProcess(String heap, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                SmallServer.class.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        address = local(out.readLine());
        httpAddress = local(out.readLine());
    }

    private static InetSocketAddress local(String port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
    }

    InetSocketAddress address() {
        return address;
    }

    InetSocketAddress httpAddress() {
        return httpAddress;
    }

    /** What it uses now. */
    Memory memory() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            String[] figures = out.readLine().split(" ", -1);
            return new Memory(Long.parseLong(figures[0]), Long.parseLong(figures[1]), Integer.parseInt(figures[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes on the heap that are reachable, bytes of Netty's buffers beside it, and runs that go on. */
    record Memory(long heapBytes, long directBytes, int runs) {}

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
