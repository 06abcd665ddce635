package io.fluxlab.lecture.cpython;

import io.fluxlab.claim.Claim;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A script that comes with a workload, for the {@code python3} of this machine. Immutable; thread-safe.
 *
 * @param owner beside whose class the script lies
 * @param name of its file
 */
public record PythonScript(Class<?> owner, String name) {

    private static final int MEGABYTES_EACH = 192;

    /** What a script takes of the machine that has so many processes, itself included. */
    public static Claim claim(int processes) {
        return Claim.ofProcesses(processes, MEGABYTES_EACH).plus(Claim.ofDescriptors(2));
    }

    /**
     * The last line that the script prints; empty where there is no {@code python3} on the path, where the script fails, and
     * where it takes longer than the limit. Runs it at subscription; however that ends, also by cancel, its processes are
     * ended and its files are gone.
     *
     * @param clock that tells when the time is up
     * @param arguments of the script
     */
    public Mono<String> run(Duration limit, Scheduler clock, List<String> arguments) {
        return Mono.defer(() -> Mono.justOrEmpty(python()))
                .flatMap(python -> Mono.using(
                        () -> PythonProcess.start(python, text(), arguments),
                        process -> process.lastLine().publishOn(clock),
                        PythonProcess::close))
                .timeout(limit, Mono.empty(), clock);
    }

    private byte[] text() throws IOException {
        try (InputStream script = owner.getResourceAsStream(name)) {
            if (script == null) {
                throw new IOException("there is no script " + name);
            }
            return script.readAllBytes();
        }
    }

    private static Optional<Path> python() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "python3"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
