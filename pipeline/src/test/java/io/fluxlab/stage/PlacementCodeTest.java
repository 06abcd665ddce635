package io.fluxlab.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.verdict.Recommendation;
import io.fluxlab.workload.Repeated;
import io.fluxlab.workload.Workload;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PlacementCodeTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    private Path classes;

    @Test
    void whatIsPrintedCompilesAndDoesWhatTheStagesDo() throws Exception {
        Workload<Repeated> orders = Stages.from("fetch", () -> Mono.just(20).delayElement(Duration.ofMillis(1)))
                .then("parse", order -> order + 1)
                .then("check", order -> order)
                .thenFuture("price", order -> CompletableFuture.completedFuture(order * 2))
                .then("store-it", order -> "stored " + order)
                .tasks(2)
                .as("orders");

        String code = printed(orders, "parse@parallel,check@parallel,store-it@bounded-elastic:threads=4");

        assertThat(code)
                .contains("Schedulers.newParallel(\"orders-parse\")")
                .contains("Schedulers.newBoundedElastic(4, Schedulers.DEFAULT_BOUNDED_ELASTIC_QUEUESIZE")
                .contains("parse(afterFetch)).subscribeOn(parseScheduler)")
                .doesNotContain("check(afterParse)).subscribeOn"); // it is on that thread already
        assertThat(run(code, """
                        static Mono<Integer> fetch(int input) { return Mono.just(input).delayElement(Duration.ofMillis(1)); }
                        static int parse(int order) throws Exception { return order + 1; }
                        static int check(int order) { return order; }
                        static CompletableFuture<Integer> price(int order) { return CompletableFuture.completedFuture(order * 2); }
                        static String storeIt(int order) throws Exception { return "stored " + order + " on " + Thread.currentThread().getName(); }
                        """))
                .hasSize(2)
                .allMatch(item -> item.toString().matches("stored (42|62) on orders-store.*"));
    }

    @Test
    void stagesThatReturnValuesNeedNoFlux() throws Exception {
        Workload<Repeated> orders = Stages.from("read", () -> 1)
                .then("parse", order -> order + 1)
                .tasks(2)
                .as("orders");

        String code = printed(orders, "parse@virtual");

        assertThat(code).contains("Mono.fromCallable(() -> read(input))").doesNotContain("Flux.");
        assertThat(run(code, """
                        static int read(int input) throws Exception { return input; }
                        static int parse(int order) throws Exception { return order + 1; }
                        """)).containsExactlyInAnyOrder(21, 31);
    }

    /** Of one round nothing is recommended where a machine is so busy that the work seems to have left its lane. */
    private static String printed(Workload<?> workload, String placement) {
        LocalLab lab = LocalLab.builder().workload(workload).build();
        ComparisonRequest request =
                ComparisonRequest.of(workload.name()).placements(placement).rounds(1, 1);
        Recommendation write = Flux.defer(() -> lab.compare(request))
                .ofType(ComparisonEvent.Verdict.class)
                .mapNotNull(told -> told.verdict().recommendation())
                .repeat(9)
                .blockFirst(SOON);
        assertThat(write).isNotNull();
        return write.code();
    }

    private static String everythingOf(String... packages) {
        return Stream.of(packages).map("import %s.*;"::formatted).collect(Collectors.joining("\n"));
    }

    /** Runs the code over the inputs 20 and 30, beside these methods. */
    @SuppressWarnings("unchecked")
    private List<Object> run(String code, String methods) throws Exception {
        int flow = code.indexOf("source.");
        String source = """
                import java.time.Duration;
                %s
                public class Printed {
                    %s
                    public static Flux<?> flow(Flux<Integer> source) {
                        %s
                        return %s;
                    }
                }
                """.formatted(
                        everythingOf("java.util.concurrent", "reactor.core.publisher", "reactor.core.scheduler"),
                        methods,
                        code.substring(0, flow),
                        code.substring(flow));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Printed.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
                        return source;
                    }
                };
        List<String> options =
                List.of("-d", classes.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path"));
        assertThat(compiler.getTask(null, null, null, options, null, List.of(file))
                        .call())
                .as(source)
                .isTrue();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Flux<Object> items = (Flux<Object>)
                    loader.loadClass("Printed").getMethod("flow", Flux.class).invoke(null, Flux.just(20, 30));
            return items.collectList().block(SOON);
        }
    }
}
