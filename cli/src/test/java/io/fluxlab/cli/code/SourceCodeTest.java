package io.fluxlab.cli.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxlab.cli.input.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;

class SourceCodeTest {

    @TempDir
    Path folder;

    @Test
    void aFileOfOneMethodIsEnough() throws Exception {
        var file = write(
                "Orders.java", "class Orders { int parse() { return 7; } public static void main(String[] a) {} }");

        assertThat(call(file.toString())).isEqualTo(7);
        assertThat(call(file + "::parse")).isEqualTo(7);
    }

    @Test
    void packagesRecordsAndNestedClassesAreTheirOwn() throws Exception {
        var file = write("Orders.java", """
                package com.acme;

                record Line(String article, int count) {}

                public class Orders {
                    static int total() { return new Line("a", 3).count() + Nested.more(); }
                    interface Price { int cents(); }
                    static class Nested { static int more() { Price p = () -> 4; return p.cents(); } }
                }
                """);

        assertThat(call(file + "::total")).isEqualTo(7);
        assertThat(call(file + "::more")).as("of a nested class").isEqualTo(4);
    }

    @Test
    void reactorIsThereToCompileAgainst() throws Exception {
        var file = write(
                "Loads.java",
                "import reactor.core.publisher.Mono; class Loads { Mono<Integer> load() { return Mono.just(1); } }");

        assertThat(call(file.toString())).isInstanceOf(Publisher.class);
    }

    @Test
    void everyErrorIsToldWithItsPlaceAndItsLine() throws Exception {
        var file = write("Wrong.java", """
                class Wrong {
                \tint a() { return "x"; }
                    Strin b() { return null; }
                }
                """);

        assertThat(mistakes(file + "::a"))
                .containsExactly(
                        file + ":2:19: incompatible types: java.lang.String cannot be converted to int",
                        "      int a() { return \"x\"; }",
                        "                       ^",
                        file + ":3:5: cannot find symbol; symbol:   class Strin; location: class Wrong",
                        "         Strin b() { return null; }",
                        "         ^");
    }

    @Test
    void aMissingSemicolonIsAllThatIsTold() throws Exception {
        var file = write("Wrong.java", "class Wrong {\n    Strin b() { return null }\n}\n");

        assertThat(mistakes(file.toString()))
                .containsExactly(
                        file + ":2:28: ';' expected",
                        "         Strin b() { return null }",
                        "                                ^");
    }

    @Test
    void severalMethodsAreAskedAbout() throws Exception {
        var file = write(
                "Two.java", "class Two { int b() { return 1; } int a() { return 2; } int c(int x) { return x; } }");

        assertThat(mistakes(file.toString()))
                .containsExactly(
                        "which method of %s? Name one, as in %s::a:".formatted(file, file), "   a()", "   b()");
    }

    @Test
    void aFileThatIsNotThereIsSaid() throws Exception {
        write("Orders.java", "");

        assertThat(mistakes(folder.resolve("Order.java").toString()))
                .containsExactly("no such file: %s; did you mean %s?"
                        .formatted(folder.resolve("Order.java"), folder.resolve("Orders.java")));
        assertThat(mistakes("no/Such.java")).containsExactly("no such file: no/Such.java");
        assertThat(mistakes(folder.resolve("Orders.java").toString()))
                .containsExactly(folder.resolve("Orders.java") + ": there is no class in this file");
    }

    @Test
    void aJavaWithoutACompilerSaysWhatToDo() throws Exception {
        var file = write("Orders.java", "class Orders { int parse() { return 7; } }");

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> new SourceCompiler(null, "").compile(file))
                .withMessage(
                        "%s can't be compiled: the Java in %s has no compiler. Run Fluxlab with a JDK, or compile the file first and name its class: --call CLASS::METHOD",
                        file, System.getProperty("java.home"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Object call(String text) throws Exception {
        Callable<Object> call = bind(text).call();
        return Objects.requireNonNull(call.call());
    }

    private static List<String> mistakes(String text) {
        return assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> bind(text))
                .actual()
                .mistakes();
    }

    private static Code.Bound bind(String text) {
        return Code.read(CodeName.parse(text), List.of(), System.getProperty("java.class.path"))
                .bind(SourceCodeTest.class.getClassLoader());
    }
}
