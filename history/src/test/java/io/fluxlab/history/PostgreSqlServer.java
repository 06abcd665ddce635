package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server of PostgreSQL with a folder of its own, which is not root's: it refuses to be. */
final class PostgreSqlServer implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String USER = "fluxlab";
    private static final long PATIENCE_SECONDS = 120;

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgreSqlServer(Path programs) throws IOException, InterruptedException {
        this.programs = programs;
        this.folder = isRoot() // whose folder of temporary files others may not be let into
                ? Files.createTempDirectory(Path.of("/tmp"), "fluxlab-postgresql")
                : Files.createTempDirectory("fluxlab-postgresql");
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        run(asNobodySpecial(
                "initdb", "-D", data(), "-U", USER, "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"));
        listen();
    }

    /** Begins to listen, after {@link #kill} again on the same port. */
    void listen() throws IOException, InterruptedException {
        run(asNobodySpecial(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s".formatted(port, folder),
                "start"));
    }

    /** A server, where the programs for it are installed. */
    static Optional<PostgreSqlServer> start() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        return programs.isEmpty() ? Optional.empty() : Optional.of(new PostgreSqlServer(programs.get()));
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .findFirst();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private List<String> asNobodySpecial(String program, String... arguments) {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("fluxlab-postgresql", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as(command.toString())
                .isTrue();
        assertThat(process.exitValue()).as(() -> command + ": " + read(said)).isZero();
        Files.delete(said);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** A new data base's URL. */
    String database(String name) throws IOException, InterruptedException {
        run(asNobodySpecial("createdb", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", USER, name));
        return "r2dbc:postgresql://%s@127.0.0.1:%d/%s".formatted(USER, port, name);
    }

    /** Ends at once, as a machine does that loses its power. */
    void kill() throws IOException, InterruptedException {
        run(asNobodySpecial("pg_ctl", "-D", data(), "-m", "immediate", "stop"));
    }

    /** Stands still, as one does whose machine or network does: connections stay, and nothing is answered. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Goes on after {@link #freeze}. */
    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        long postmaster = Long.parseLong(
                Files.readAllLines(Path.of(data(), "postmaster.pid")).get(0));
        List<String> command = new ArrayList<>(List.of("kill", signal, String.valueOf(postmaster)));
        ProcessHandle.of(postmaster)
                .orElseThrow()
                .children()
                .forEach(child -> command.add(String.valueOf(child.pid())));
        run(command);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        run(List.of("rm", "-rf", folder.toString()));
    }
}
