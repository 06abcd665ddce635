package io.fluxlab.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar with a workload that nobody here knows. */
class ForeignJarTest {

    private static final String NAME = "shop/GreetWorkload";
    private static final String SOURCE = """
            package shop;

            import io.fluxlab.parameter.Param;
            import io.fluxlab.workload.Kind;
            import io.fluxlab.workload.Plan;
            import io.fluxlab.workload.TaskContext;
            import io.fluxlab.workload.Workload;
            import org.reactivestreams.Publisher;
            import reactor.core.publisher.Mono;

            public final class GreetWorkload implements Workload<GreetWorkload.Parameters> {

                public enum Tone { KIND, VERY_KIND }

                record Parameters(
                        @Param(value = "how many guests", min = 1, max = 10) int guests,
                        @Param("how they are greeted") Tone tone) {}

                @Override public String name() { return "greet"; }
                @Override public String summary() { return "greets guests"; }
                @Override public Kind kind() { return Kind.CPU; }
                @Override public Parameters defaults() { return new Parameters(2, Tone.KIND); }

                @Override
                public Plan plan(Parameters parameters) {
                    return new Plan() {
                        @Override public int size() { return parameters.guests(); }
                        @Override public Publisher<?> body(int task, TaskContext context) {
                            return Mono.fromCallable(() -> parameters.tone() + " " + task);
                        }
                    };
                }
            }
            """;

    @TempDir
    private Path folder;

    private URLClassLoader foreign;

    @AfterEach
    void close() throws IOException {
        foreign.close();
    }

    @Test
    void workloadOfAForeignJarIsListedAndRun() throws IOException {
        LocalLab lab = labWith(jar());
        Map<String, Object> parameters = Map.of("guests", 3, "tone", "very-kind");

        RunLog run = RunLog.of(lab, RunRequest.of("greet", "parallel").with(parameters));

        assertThat(lab.workloads().map(WorkloadInfo::name).collectList().block())
                .contains("greet");
        assertThat(run.flatItems()).containsExactly("VERY_KIND 0", "VERY_KIND 1", "VERY_KIND 2");
    }

    private LocalLab labWith(Path jar) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        foreign = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before);
        thread.setContextClassLoader(foreign);
        try {
            return LocalLab.create();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Path jar() throws IOException {
        Path source = folder.resolve("GreetWorkload.java");
        Files.writeString(source, SOURCE);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(status).as("status of the compiler").isZero();
        Path jar = folder.resolve("greet.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String type : new String[] {NAME, NAME + "$Tone", NAME + "$Parameters", NAME + "$1"}) {
                add(out, type + ".class", Files.readAllBytes(folder.resolve(type + ".class")));
            }
            add(out, "META-INF/services/" + Workload.class.getName(), "shop.GreetWorkload".getBytes(UTF_8));
        }
        return jar;
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
